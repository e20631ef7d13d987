package io.drift.json.page;

/** How a page begins: what it may do, which is nothing, and how it looks. */
final class HtmlHead {

    private static final String TITLE = "What differs";

    private static final String TEXT = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>What differs</title>
            <style>
            :root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--line:#d0d7de;--soft:#f3f5f7;--mark:#9a3412}
            @media (prefers-color-scheme:dark){:root{--ink:#e2e6ea;--paper:#14181d;--line:#3a424b;--soft:#1e242b;--mark:#fdba74}}
            body{margin:0 auto;padding:1rem;max-width:76rem;color:var(--ink);background:var(--paper);\
            font:15px/1.5 system-ui,sans-serif}
            h1{font-size:1.5rem;margin:.3em 0}h2,summary{font-size:1.1rem;font-weight:600;margin:1.2em 0 .4em}
            summary{cursor:pointer}summary small{font-weight:400}
            table{border-collapse:collapse;width:100%;table-layout:fixed}
            th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;\
            overflow-wrap:anywhere}
            thead th{background:var(--soft)}tbody th{font-weight:600}
            .facts th:first-child{width:30%}.odd th:first-child,.odd .n{width:3.5rem}.odd .m{width:22%}
            .kinds th:first-child{width:6.5rem}.kinds .f{width:11rem}
            bdi{display:inline-block;max-width:100%}
            code{font:.92em ui-monospace,monospace;unicode-bidi:isolate}
            b,.new,.unseen{color:var(--mark);font-weight:600}b code{font-weight:600}.delta th:first-child{width:36%}
            @media (max-width:40rem){body{padding:.6rem;font-size:14px}thead,.odd td:nth-child(2){display:none}\
            table,tbody,tr{display:block}tr{border-bottom:1px solid var(--line);padding:.3rem 0}\
            th,td{display:block;border:0;padding:.1rem 0}.odd td:first-child,.odd th{display:inline}\
            .odd td:first-child::after{content:". "}td[data-of]::before{content:attr(data-of) ": "}}
            @media print{:root{--ink:#000;--paper:#fff;--line:#999;--soft:#eee;--mark:#000}body{max-width:none;padding:0;\
            font-size:10pt}tr{break-inside:avoid}thead{display:table-header-group}summary{break-after:avoid}}
            </style>
            </head>
            <body>
            <main>
            <h1>What differs</h1>
            """;

    private HtmlHead() {}

    /** The head and the heading of a page. */
    static String of(String title) {
        return TEXT.replace(TITLE, title);
    }
}

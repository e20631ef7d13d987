package io.drift.server.faults;

import io.drift.testkit.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param name what goes wrong, for people
 * @param fault the fault; null for a service that refuses connections
 * @param kind how the answer is waited for
 */
record FaultRow(String name, @Nullable Fault fault, Kind kind) {

    /** How the answer to a request is waited for. */
    enum Kind {
        /** The fault is seen at once, however patient the server is. */
        SEEN,
        /** Only a time-out ends it: asked of a server with short ones. */
        HANGS
    }

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int BOMB_MEBIBYTES = 4;
    private static final int MANY = 50_000;
    private static final int DEEP = 100_000;

    /** Whether it can happen to one kind of documents. */
    boolean isForParts() {
        return fault != null;
    }

    private static FaultRow seen(String name, Fault fault) {
        return new FaultRow(name, fault, Kind.SEEN);
    }

    private static FaultRow values(String name, String json) {
        return seen("values: " + name, Fault.values(json));
    }

    private static FaultRow body(String name, String body) {
        return seen("200 with " + name, Fault.status(200, body));
    }

    /** Whether calls that end like this keep the service from being called for a while (Q47). */
    boolean isRemembered() {
        return fault == null || kind == Kind.HANGS || name.startsWith("status 429") || name.startsWith("status 503");
    }

    /** All lines, with redirects that lead elsewhere. */
    static List<FaultRow> all(URI elsewhere) {
        List<FaultRow> rows = new ArrayList<>();
        connections(rows);
        statuses(elsewhere, rows);
        bodies(rows);
        contents(rows);
        return rows;
    }

    private static void connections(List<FaultRow> rows) {
        rows.add(new FaultRow("refuses connections", null, Kind.SEEN));
        rows.add(new FaultRow("is silent", Fault.silent(), Kind.HANGS));
        rows.add(seen("closes the connection without an answer", Fault.drop()));
        rows.add(seen("resets the connection without an answer", Fault.reset()));
        rows.add(seen("resets within the head", Fault.resetInHead()));
        rows.add(seen("resets within the body", Fault.resetInBody()));
        rows.add(seen("closes within the body", Fault.truncate()));
        rows.add(new FaultRow("declares 100 bytes too many, and waits", Fault.wrongLength(100), Kind.HANGS));
        rows.add(seen("declares 10 bytes too few", Fault.wrongLength(-10)));
        rows.add(new FaultRow("sends a byte every 100 ms", Fault.drip(PAUSE), Kind.HANGS));
        rows.add(seen("sends its items without end", Fault.endless()));
        rows.add(seen("sends what is not HTTP", Fault.garbage()));
        rows.add(seen("sends 103 before its answer", Fault.earlyHints()));
    }

    private static void statuses(URI elsewhere, List<FaultRow> rows) {
        for (int status : new int[] {101, 201, 204, 206}) {
            rows.add(seen("status " + status, Fault.status(status)));
        }
        for (int status : new int[] {301, 302, 307, 308}) {
            rows.add(seen("status " + status + " to another service", Fault.redirect(status, elsewhere)));
        }
        for (int status : new int[] {304, 400, 401, 403, 404, 405, 410, 418}) {
            rows.add(seen("status " + status, Fault.status(status)));
        }
        rows.add(seen("status 429 with `Retry-After: 1`", Fault.overloaded(429, SOON)));
        for (int status : new int[] {500, 501, 502, 503}) {
            rows.add(seen("status " + status, Fault.status(status)));
        }
        rows.add(seen("status 503 with `Retry-After: 1`", Fault.overloaded(503, SOON)));
        rows.add(seen("status 504", Fault.status(504)));
        rows.add(seen("status 599", Fault.status(599)));
        rows.add(seen("status 404 with HTML", Fault.status(404, "<html>not here</html>")));
        rows.add(seen("status 404 without a body", Fault.status(404, "")));
    }

    private static void bodies(List<FaultRow> rows) {
        rows.add(seen("200 with HTML", Fault.html()));
        rows.add(seen("200 with HTML that is called JSON", Fault.notJson()));
        rows.add(body("no body", ""));
        rows.add(body("`null`", "null"));
        rows.add(body("`[]`", "[]"));
        rows.add(body("`{}`", "{}"));
        rows.add(body("a text", "\"text\""));
        rows.add(body("items that are null", "{\"results\":null,\"data\":null}"));
        rows.add(body("items that are a number", "{\"results\":1,\"data\":1}"));
        rows.add(body("a number as item", "{\"results\":[1],\"data\":[1]}"));
        rows.add(body("ids that are numbers", "{\"results\":[{\"id\":1}],\"data\":[{\"id\":1}]}"));
        rows.add(body("no items", "{\"results\":[],\"data\":[]}"));
        rows.add(body("100,000 brackets", "[".repeat(DEEP)));
        byte[] notGzip = "\u001f\u008b no gzip".getBytes(StandardCharsets.ISO_8859_1);
        rows.add(seen("200 with bytes that are no text", Fault.answer(200, "application/json", notGzip)));
        rows.add(seen(
                "a gzip bomb: " + BOMB_MEBIBYTES + " MiB of blanks before the answer", Fault.gzipBomb(BOMB_MEBIBYTES)));
        rows.add(
                seen("50,000 packages in each profile, values in each baseline, or permissions", Fault.packages(MANY)));
    }

    private static void contents(List<FaultRow> rows) {
        rows.add(seen("invalid UTF-8 in values", Fault.invalidUtf8()));
        rows.add(values("half a character, escaped", "\"\\ud800\""));
        rows.add(seen("every key twice, null first", Fault.duplicateKeys()));
        rows.add(values("`NaN`", "NaN"));
        rows.add(values("`1e400000`", "1e400000"));
        rows.add(values("a number of 10,000 digits", "1".repeat(10_000)));
        rows.add(values("lists in lists, 5,000 deep", "[".repeat(5_000) + "]".repeat(5_000)));
        rows.add(values("null", "null"));
        rows.add(values("a list of an object", "[{\"x\":[1]}]"));
        rows.add(values("an object", "{\"x\":{}}"));
        rows.add(values("a boolean", "true"));
        rows.add(values("a text of 10,000 characters", "\"" + "x".repeat(10_000) + "\""));
        rows.add(seen("items with ids that nobody asked for", Fault.wrongIds()));
        rows.add(seen("items of another organisation beside those asked for", Fault.otherOrganisations()));
    }
}

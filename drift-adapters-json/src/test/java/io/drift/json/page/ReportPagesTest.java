package io.drift.json.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.delta.KeptReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.DeltaCsv;
import io.drift.core.report.ReportWriter;
import io.drift.core.source.FactSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPagesTest {

    private static final String HOSTILE = "<script>alert(\"1\")</script>|`x`\n' & \u202e\u001b[31m @all";

    private static ComparisonReport fleet(int machines, int facts) {
        List<FactSource> columns = new ArrayList<>();
        for (int machine = 0; machine < machines; machine++) {
            List<Object> values = new ArrayList<>(List.of("arch", "x86_64"));
            for (int fact = 0; fact < facts; fact++) {
                boolean odd = fact % machines == machine;
                values.addAll(List.of("installed_packages.package-" + fact, odd ? "3.0.7-27" : "3.0.7-28"));
            }
            columns.add(FactSource.of("web-" + machine, PageSources.facts(values.toArray())));
        }
        return Comparison.of(columns).withRules(FactRules.exact()).report();
    }

    private static String written(ReportWriter format, ComparisonReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void few_columns_stand_side_by_side() throws IOException {
        assertThat(written(new ReportMarkdown(), fleet(2, 1)))
                .contains("### installed\\_packages\n\n| fact | web\\-0 | web\\-1 |\n| --- | --- | --- |\n"
                        + "| package\\-0 | 3\\.0\\.7\\-27 | 3\\.0\\.7\\-28 |\n")
                .doesNotContain("arch");
    }

    @Test
    void many_columns_are_grouped_by_their_values() throws IOException {
        assertThat(written(new ReportMarkdown(), fleet(6, 1)))
                .contains("| package\\-0 | 5 have 3\\.0\\.7\\-28 · 3\\.0\\.7\\-27: web\\-0 |\n");
    }

    @Test
    void columns_that_share_a_name_too_long_to_be_shown_are_told_apart_by_their_ids() throws IOException {
        String name = "n".repeat(10_000);
        ComparisonReport report = Comparison.of(List.of(
                        FactSource.of("first-id", name, PageSources.facts("arch", "x")),
                        FactSource.of("other-id", name, PageSources.facts("arch", "y"))))
                .withRules(FactRules.exact())
                .report();
        assertThat(written(new ReportHtml(), report)).contains("…</bdi> (<bdi>first-id</bdi>)", "<bdi>other-id</bdi>");
        assertThat(written(new ReportMarkdown(), report)).contains("… (first\\-id) |", "… (other\\-id) |");
    }

    @Test
    void equal_cells_that_differ_are_explained() throws IOException {
        ComparisonReport report = Comparison.of(List.of(
                        FactSource.of("one", PageSources.facts("fqdn", "web")),
                        FactSource.of("two", PageSources.facts("fqdn", "web"))))
                .withRules(FactRules.exact())
                .report();
        assertThat(written(new ReportMarkdown(), report))
                .startsWith("**2 columns: 1 fact is not the same everywhere**")
                .contains("| fqdn (each machine should have its own) | web | web |");
        assertThat(written(new ReportHtml(), report)).contains(" <small>each machine should have its own</small></th>");
    }

    @Test
    void hostile_texts_stay_text() throws IOException {
        ComparisonReport report = Comparison.of(List.of(
                        FactSource.of(HOSTILE, PageSources.facts("arch", HOSTILE)),
                        FactSource.of("b", PageSources.facts("arch", "x"))))
                .withRules(FactRules.exact())
                .report()
                .withNotFound(List.of(HOSTILE));
        assertThat(written(new ReportHtml(), report))
                .contains("<code>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;")
                .doesNotContain("<script", "\u202e", "\u001b");
        assertThat(written(new ReportMarkdown(), report))
                .doesNotContain("<script", "\u202e", "\u001b", "@all", ")</", "|`x");
    }

    @Test
    void two_hundred_machines_stay_readable_and_give_the_same_bytes() throws IOException {
        ComparisonReport report = fleet(200, 1400);
        String html = written(new ReportHtml(), report);
        String markdown = written(new ReportMarkdown(), report);
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
        assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
        assertThat(markdown).containsPattern("\nand [0-9]+ more facts\n$");
        assertThat(html).endsWith("</html>\n");
        assertThat(written(new ReportHtml(), report)).isEqualTo(html);
        assertThat(written(new ReportMarkdown(), report)).isEqualTo(markdown);
    }

    private static ComparisonReport small() {
        return Comparison.of(List.of(
                        FactSource.of(
                                "1", "web-1", PageSources.facts("arch", "x86_64", "dns.first", "a & b", "mtu", "1500")),
                        FactSource.of("2", "web-2", PageSources.facts("arch", "x86_64", "dns.first", "a & b")),
                        FactSource.of("3", "<web>", PageSources.facts("arch", "arm", "dns.first", "", "mtu", "9000"))))
                .withRules(FactRules.exact())
                .report();
    }

    @Test
    void a_page_is_written_byte_for_byte() throws IOException {
        try (InputStream small = ReportPagesTest.class.getResourceAsStream("small.html")) {
            assertThat(written(new ReportHtml(), small()))
                    .isEqualTo(new String(small.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_page_has_a_language_and_a_policy_that_forbids_all_but_its_own_styles() throws IOException {
        assertThat(written(new ReportHtml(), fleet(30, 40)))
                .contains(
                        "<html lang=\"en\">",
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                                + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">")
                .doesNotContainPattern(
                        "(?i)<script|<link|<img|<iframe|<object|<form|\\son[a-z]+=|javascript:|url\\(|@import");
    }

    @Test
    void what_is_not_usual_stands_out_unless_nothing_is_usual() throws IOException {
        assertThat(written(new ReportHtml(), small()))
                .contains("<td data-of=\"web-2\"><code>x86_64</code></td>")
                .contains("<td data-of=\"&lt;web&gt;\"><b><code>arm</code></b></td>")
                .contains("<td data-of=\"web-2\">missing</td>");
    }

    @Test
    void a_page_tells_what_is_new_and_marks_it() throws IOException {
        KeptReport before = KeptReport.of(fleet(6, 2));
        ComparisonReport now = fleet(6, 3);
        ReportDelta delta = ReportDelta.between(before, KeptReport.of(now));
        ReportWriter marking = new ReportHtml().withDelta(delta).orElseThrow();
        assertThat(written(marking, now))
                .contains("<p><b>1 new</b>, 2 known, 0 resolved, 0 that nobody looked at</p>")
                .contains("<bdi>package-2</bdi> <small class=\"new\">new</small>")
                .contains("<bdi>package-0</bdi> <small class=\"known\">known</small>");
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        new DeltaCsv().write(delta, rows);
        assertThat(rows.toString(StandardCharsets.UTF_8))
                .isEqualTo("fact,id,name,status,before,value_before,now,value_now\r\n"
                        + "installed_packages.package-0,web-0,web-0,KNOWN,differs,3.0.7-27,differs,3.0.7-27\r\n"
                        + "installed_packages.package-1,web-1,web-1,KNOWN,differs,3.0.7-27,differs,3.0.7-27\r\n"
                        + "installed_packages.package-2,web-2,web-2,NEW,agrees,,differs,3.0.7-27\r\n");
    }
}

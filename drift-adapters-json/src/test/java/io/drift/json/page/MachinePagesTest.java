package io.drift.json.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.delta.KeptReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.ReportView;
import io.drift.core.report.ReportWriter;
import io.drift.core.source.FactSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The views of machines as pages. */
class MachinePagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>|`x`\n@all\u202e";

    /** The last machine is odd; the first third has a release of its own. */
    private static ComparisonReport fleet(int machines, String odd) {
        List<FactSource> columns = new ArrayList<>();
        for (int machine = 0; machine < machines; machine++) {
            List<Object> values = new ArrayList<>(List.of("os.release", machine < machines / 3 ? "8" : "9"));
            for (int fact = 0; fact < 30; fact++) {
                boolean last = machine == machines - 1 && fact == 7;
                values.addAll(List.of("settings.key-" + fact, last ? odd : "on"));
            }
            columns.add(FactSource.of(
                    String.format(Locale.ROOT, "web-%05d", machine), PageSources.facts(values.toArray())));
        }
        return Comparison.of(columns).withRules(FactRules.exact()).report();
    }

    private static String written(ReportWriter format, ReportView view, ComparisonReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.inView(view).orElseThrow().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_odd_machine_leads_with_why() throws IOException {
        ComparisonReport report = fleet(24, "off");
        assertThat(written(new ReportHtml(), ReportView.OUTLIERS, report))
                .contains(
                        "<h1>Which machine is odd</h1>",
                        "<tr><td>1</td>",
                        "<th scope=\"row\"><bdi>web-00023</bdi></th><td><bdi>settings.key-7</bdi>: <b><code>off</code></b>"
                                + " (23 of 24 peers: <code>on</code>)")
                .endsWith("</main>\n</body>\n</html>\n");
        assertThat(written(new ReportMarkdown(), ReportView.OUTLIERS, report))
                .contains("24 machines, all peers of each other\n")
                .containsPattern(
                        "\\| 1 \\| [0-9.]+ \\| web\\\\-00023 \\| settings\\\\.key\\\\-7: off \\(23 of 24 peers: on\\)");
    }

    @Test
    void many_names_are_folded() throws IOException {
        assertThat(written(new ReportHtml(), ReportView.CLUSTERS, fleet(24, "off")))
                .contains(
                        "<bdi>web-00011</bdi> and 12 more</small></summary>\n<p>",
                        "<bdi>web-00023</bdi></p>\n</details>")
                .doesNotContain("Left out");
    }

    @Test
    void nineteen_machines_have_no_outliers_but_a_reason_why_and_twenty_have() throws IOException {
        for (ReportWriter format : List.of(new ReportHtml(), new ReportMarkdown())) {
            assertThat(written(format, ReportView.OUTLIERS, fleet(19, "off")))
                    .contains("No outliers: there are 19 machines: outliers are ranked among 20 or more");
            assertThat(written(format, ReportView.OUTLIERS, fleet(20, "off")))
                    .doesNotContain("No outliers")
                    .contains("00019");
        }
    }

    @Test
    void kinds_are_counted_with_the_beginning_of_their_fingerprints() throws IOException {
        ComparisonReport report = fleet(24, "off");
        assertThat(written(new ReportHtml(), ReportView.CLUSTERS, report))
                .contains("<bdi>settings</bdi> <small>(2 kinds)</small>")
                .containsPattern(
                        "<th scope=\"row\">23</th><td><code>sha256:[0-9a-f]{12}</code></td><td><bdi>web-00000");
        assertThat(written(new ReportMarkdown(), ReportView.CLUSTERS, report))
                .contains(
                        "\n### settings\n\n2 kinds\n\n| machines | fingerprint | who |\n| ---: | --- | --- |\n| 23 | sha256");
    }

    @ParameterizedTest
    @EnumSource(ReportView.class)
    void hostile_texts_stay_text(ReportView view) throws IOException {
        List<FactSource> columns = new ArrayList<>();
        for (int machine = 0; machine < 22; machine++) {
            String value = machine == 0 ? HOSTILE : "usual";
            columns.add(FactSource.of(
                    machine + HOSTILE, PageSources.facts(HOSTILE + ".a", value, HOSTILE + ".b", "x", "k", value)));
        }
        ComparisonReport report =
                Comparison.of(columns).withRules(FactRules.exact()).report();
        assertThat(written(new ReportHtml(), view, report)).doesNotContain("<script", "\u202e");
        assertThat(written(new ReportMarkdown(), view, report))
                .doesNotContain("<script", "\u202e", "@all", ")</", "|`x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OUTLIERS", "CLUSTERS"})
    void two_thousand_machines_stay_bounded_and_give_the_same_bytes(ReportView view) throws IOException {
        ComparisonReport report = fleet(2000, "off".repeat(3000));
        String html = written(new ReportHtml(), view, report);
        String markdown = written(new ReportMarkdown(), view, report);
        assertThat(html).hasSizeLessThan(1_000_000).isEqualTo(written(new ReportHtml(), view, report));
        assertThat(markdown).hasSizeLessThan(60_000).isEqualTo(written(new ReportMarkdown(), view, report));
    }

    @ParameterizedTest
    @EnumSource(ReportView.class)
    void pages_of_all_views_tell_what_is_new(ReportView view) throws IOException {
        ComparisonReport now = fleet(24, "off");
        ReportDelta delta = ReportDelta.between(KeptReport.of(fleet(24, "on")), KeptReport.of(now));
        for (ReportWriter format : List.of(new ReportHtml(), new ReportMarkdown())) {
            ReportWriter marking =
                    format.inView(view).orElseThrow().withDelta(delta).orElseThrow();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            marking.write(now, out);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("Since the earlier report", "1 new");
        }
    }

    @Test
    void what_is_new_and_has_no_room_is_counted() throws IOException {
        List<ComparisonReport> days = new ArrayList<>();
        for (String value : List.of("|".repeat(200), "<".repeat(200))) {
            List<FactSource> columns = new ArrayList<>();
            for (int machine = 0; machine < 3; machine++) {
                List<Object> values = new ArrayList<>();
                for (int fact = 0; fact < 200; fact++) {
                    values.addAll(List.of(value.substring(1) + fact, machine == 2 ? value + fact : "usual"));
                }
                columns.add(FactSource.of("m" + machine, PageSources.facts(values.toArray())));
            }
            days.add(Comparison.of(columns).withRules(FactRules.exact()).report());
        }
        ReportDelta delta = ReportDelta.between(KeptReport.of(days.get(0)), KeptReport.of(days.get(1)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportMarkdown().withDelta(delta).orElseThrow().write(days.get(1), out);
        assertThat(out.size()).isLessThan(60_000);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("**200 new**")
                .containsPattern("\nand [0-9]+ more facts\n")
                .containsPattern("\nand [0-9]+ more lines of what became of the earlier report\n$");
    }

    @Test
    void pages_forbid_all_but_their_own_styles() throws IOException {
        for (ReportView view : ReportView.values()) {
            assertThat(written(new ReportHtml(), view, fleet(24, "off")))
                    .contains("<html lang=\"en\">", "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri")
                    .doesNotContainPattern(
                            "(?i)<script|<link|<img|<iframe|<object|<form|\\son[a-z]+=|javascript:|url\\(|@import");
        }
    }
}

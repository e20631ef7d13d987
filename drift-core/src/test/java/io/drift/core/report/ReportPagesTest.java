package io.drift.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.Sources;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.source.FactSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
            columns.add(FactSource.of("web-" + machine, Sources.facts(values.toArray())));
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
    void hostile_texts_stay_text() throws IOException {
        ComparisonReport report = Comparison.of(List.of(
                        FactSource.of(HOSTILE, Sources.facts("arch", HOSTILE)),
                        FactSource.of("b", Sources.facts("arch", "x"))))
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
}

package io.drift.json.page;

import io.drift.core.analysis.Clusters;
import io.drift.core.analysis.GroupClusters;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.ReportWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which machines are the same, as a page of HTML: a table for each group of facts. */
final class ClustersHtml {

    private ClustersHtml() {}

    static ReportWriter since(@Nullable ReportDelta delta) {
        return new HtmlView("Which machines are the same", ClustersHtml::body, delta);
    }

    private static void body(ComparisonReport report, ValuesText values, BoundedText text) {
        int more = 0;
        for (GroupClusters group : Clusters.of(report).groups()) {
            more += text.add(section(new KindsText(group, values.columns()))) ? 0 : 1;
        }
        text.end(more == 0 ? "" : "<p>and " + more + " more groups of facts</p>\n");
    }

    private static String section(KindsText group) {
        List<KindsText.Kind> kinds = group.first();
        String rows = kinds.stream().map(ClustersHtml::row).collect(Collectors.joining());
        return "<details open>\n<summary>" + HtmlPage.MARKUP.name(group.group().name()) + " <small>(" + group.words()
                + ")</small></summary>\n"
                + (kinds.isEmpty()
                        ? ""
                        : "<table class=\"kinds\">\n<thead><tr><th scope=\"col\">machines</th><th scope=\"col\""
                                + " class=\"f\">fingerprint</th><th scope=\"col\">who</th></tr></thead>\n<tbody>\n"
                                + rows + "</tbody>\n</table>\n")
                + group.others().stream().map(line -> "<p>" + line + "</p>\n").collect(Collectors.joining())
                + "</details>\n";
    }

    private static String row(KindsText.Kind kind) {
        return "<tr><th scope=\"row\">" + kind.count() + "</th><td>" + kind.fingerprint() + "</td><td>" + kind.who()
                + "</td></tr>\n";
    }
}

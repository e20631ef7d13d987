package io.drift.json.page;

import io.drift.core.analysis.Clusters;
import io.drift.core.analysis.GroupClusters;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.ReportWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which machines are the same, as Markdown: a table for each group of facts. */
final class ClustersMarkdown {

    private ClustersMarkdown() {}

    static ReportWriter since(@Nullable ReportDelta delta) {
        return new MarkdownView(ClustersMarkdown::body, delta);
    }

    private static void body(ComparisonReport report, ValuesText values, BoundedText text) {
        int more = 0;
        for (GroupClusters group : Clusters.of(report).groups()) {
            more += text.add(section(new KindsText(group, values.columns()))) ? 0 : 1;
        }
        text.end(more == 0 ? "" : "\nand " + more + " more groups of facts\n");
    }

    private static String section(KindsText group) {
        List<KindsText.Kind> kinds = group.first();
        String rows = kinds.stream()
                .map(kind -> "| " + kind.count() + " | " + kind.fingerprint() + " | " + kind.who() + " |\n")
                .collect(Collectors.joining());
        return "\n### " + MarkdownPage.MARKUP.name(group.group().name()) + "\n\n" + group.words() + "\n"
                + (kinds.isEmpty() ? "" : "\n| machines | fingerprint | who |\n| ---: | --- | --- |\n" + rows)
                + group.others().stream().map(line -> "\n" + line + "\n").collect(Collectors.joining());
    }
}

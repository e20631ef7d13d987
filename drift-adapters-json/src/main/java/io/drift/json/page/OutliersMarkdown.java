package io.drift.json.page;

import io.drift.core.analysis.Outliers;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.ReportWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which machine is odd, and why, as Markdown: all odd machines, each with its first three reasons. */
final class OutliersMarkdown {

    private static final int FEW_REASONS = 3;

    private OutliersMarkdown() {}

    static ReportWriter since(@Nullable ReportDelta delta) {
        return new MarkdownView(OutliersMarkdown::body, delta);
    }

    private static void body(ComparisonReport report, ValuesText values, BoundedText text) {
        Outliers outliers = Outliers.of(report);
        List<String> peers = new PeersText(outliers, values).lines();
        text.add("\n### Odd machines\n\n" + peers.get(0) + "\n\n");
        peers.stream().skip(1).forEach(line -> text.add("- " + line + "\n"));
        if (outliers.whyNone().isPresent()) {
            return;
        }
        List<OddMachine> odd = OddMachine.of(outliers, outliers.machines(), FEW_REASONS, values);
        text.add(peers.size() > 1 && !odd.isEmpty() ? "\n" : "");
        int more = odd.isEmpty() ? 0 : OddMachinesMarkdown.write(odd, text);
        text.end(more == 0 ? "" : "\nand " + more + " more odd machines\n");
        int others = outliers.machines() - odd.size();
        text.end(others == 0 ? "" : "\n" + others + " machines are as their peers\n");
    }
}

package io.drift.json.page;

import io.drift.core.analysis.Outliers;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.ReportWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which machine is odd, and why, as a page of HTML: all odd machines, each with its first five reasons. */
final class OutliersHtml {

    private static final int FEW_REASONS = 5;

    private OutliersHtml() {}

    static ReportWriter since(@Nullable ReportDelta delta) {
        return new HtmlView("Which machine is odd", OutliersHtml::body, delta);
    }

    private static void body(ComparisonReport report, ValuesText values, BoundedText text) {
        Outliers outliers = Outliers.of(report);
        List<String> peers = new PeersText(outliers, values).lines();
        text.add("<h2>Odd machines</h2>\n<p>" + peers.get(0) + "</p>\n");
        if (peers.size() > 1) {
            text.add("<ul>\n<li>" + String.join("</li>\n<li>", peers.subList(1, peers.size())) + "</li>\n</ul>\n");
        }
        if (outliers.whyNone().isPresent()) {
            return;
        }
        List<OddMachine> odd = OddMachine.of(outliers, outliers.machines(), FEW_REASONS, values);
        int more = odd.isEmpty() ? 0 : OddMachinesHtml.table(odd, text);
        text.end(more == 0 ? "" : "<p>and " + more + " more odd machines</p>\n");
        int others = outliers.machines() - odd.size();
        text.end(others == 0 ? "" : "<p>" + others + " machines are as their peers</p>\n");
    }
}

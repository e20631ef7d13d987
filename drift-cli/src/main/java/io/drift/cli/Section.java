package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactGroup;
import io.drift.core.comparison.ReportEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts that stand under one heading: those of a group, or the single ones.
 *
 * @param title the heading
 * @param state one state for all of them
 * @param facts all of them, in the order of the report
 * @param tally how many there are
 */
record Section(String title, ComparisonState state, List<FactComparison> facts, Tally tally) {

    /** The groups in the order of the report, then the single facts. */
    static List<Section> of(ComparisonReport report) {
        List<Section> sections = new ArrayList<>();
        List<FactComparison> singles = new ArrayList<>();
        for (ReportEntry entry : report.facts()) {
            if (entry instanceof FactGroup group) {
                List<FactComparison> members = group.comparisons();
                sections.add(new Section(CellText.shown(group.name()), group.state(), members, Tally.of(members)));
            } else if (entry instanceof FactComparison single) {
                singles.add(single);
            }
        }
        if (!singles.isEmpty()) {
            Tally tally = Tally.of(singles);
            sections.add(new Section("facts", stateOf(tally), singles, tally));
        }
        return sections;
    }

    private static ComparisonState stateOf(Tally tally) {
        if (tally.different() > 0) {
            return ComparisonState.DIFFERENT;
        }
        return tally.allSame() ? ComparisonState.SAME : ComparisonState.INCOMPLETE_DATA;
    }
}

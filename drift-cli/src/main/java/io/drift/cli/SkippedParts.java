package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.NotCompared;
import java.util.List;

/** Says on standard error what could not be looked at, so that nobody takes it for the same. */
final class SkippedParts {

    private static final int LONGEST_REASON = 160;
    private static final int FEW = 10;

    private SkippedParts() {}

    /** Names the parts that a report could not compare: the first few of them, or all. */
    static void printTo(Shell shell, ComparisonReport report, boolean all) {
        List<NotCompared> parts = report.notCompared();
        int shown = all ? parts.size() : Math.min(FEW, parts.size());
        parts.subList(0, shown).forEach(part -> shell.complain(line(part)));
        if (shown < parts.size()) {
            shell.complain((parts.size() - shown) + " more parts are not compared; --verbose names them");
        }
    }

    private static String line(NotCompared part) {
        return part.source().name() + ": " + part.part() + " is not compared: "
                + CellText.cut(part.reason(), LONGEST_REASON);
    }
}

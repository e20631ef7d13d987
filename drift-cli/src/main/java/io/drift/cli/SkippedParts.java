package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.NotCompared;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.InventorySystem;
import java.util.List;

/** Says on standard error what could not be looked at, so that nobody takes it for the same. */
final class SkippedParts {

    private static final int LONGEST_REASON = 160;
    private static final int FEW = 10;

    private final ComparisonReport report;
    private final FileColumns columns;

    /**
     * What could not be looked at.
     *
     * @param report a report of these columns
     * @param columns know the files
     */
    SkippedParts(ComparisonReport report, FileColumns columns) {
        this.report = report;
        this.columns = columns;
    }

    /** Names the first few of them, or all. */
    void printTo(Shell shell, boolean all) {
        List<NotCompared> parts = report.notCompared();
        int shown = all ? parts.size() : Math.min(FEW, parts.size());
        parts.subList(0, shown).forEach(part -> shell.complain(line(part)));
        if (shown < parts.size()) {
            int more = parts.size() - shown;
            shell.complain(more + (more == 1 ? " more part" : " more parts")
                    + " could not be compared; --verbose names all of them");
        }
    }

    /** Whether there is something to compare of a column; true of what has no profile by its nature. */
    static boolean hasProfile(FactSource source) {
        if (source instanceof InventorySystem system) {
            return system.profile().exists();
        }
        return !(source instanceof HistoricalProfile history)
                || history.profile().exists();
    }

    private String line(NotCompared part) {
        if (!hasProfile(part.source())) {
            return columns.fileOf(part.source()) + ": " + columns.nameOf(part.source()) + " has no profile";
        }
        return columns.whereIs(part.source()) + ": " + part.part() + " could not be compared: "
                + CellText.cut(part.reason(), LONGEST_REASON);
    }
}

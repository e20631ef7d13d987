package io.drift.cli;

import io.drift.core.comparison.FactComparison;
import io.drift.core.delta.DeltaEntry;
import io.drift.core.delta.DeltaStatus;
import io.drift.core.delta.ReportDelta;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the differences of a row since an earlier report. A row has the word of its first difference; where they have
 * not the same, those who differ have words too.
 *
 * @param delta null without an earlier report, so that no row has a word
 */
record RowMarks(@Nullable ReportDelta delta) {

    static final RowMarks NONE = new RowMarks(null);

    /** The word of a row; empty if it does not differ, then and now. */
    String of(FactComparison fact) {
        return delta == null
                ? ""
                : delta.status(fact.fact()).map(RowMarks::word).orElse("");
    }

    /** How wide the words of some rows are, with a blank behind them. */
    int width(Stream<FactComparison> rows) {
        int widest = delta == null ? 0 : CellText.widest(rows.map(this::of));
        return widest == 0 ? 0 : widest + 1;
    }

    /** The word of a column, with a blank in front; empty if the word of the row says it. */
    String of(FactComparison fact, int column) {
        List<DeltaEntry> entries = delta == null ? List.of() : delta.of(fact.fact());
        boolean alike = entries.stream().map(DeltaEntry::status).distinct().count() < 2;
        return entries.stream()
                .filter(entry -> !alike && entry.column().now() == column)
                .map(entry -> " " + word(entry.status()))
                .findFirst()
                .orElse("");
    }

    private static String word(DeltaStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}

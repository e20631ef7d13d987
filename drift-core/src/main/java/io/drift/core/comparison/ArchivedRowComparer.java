package io.drift.core.comparison;

import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactTable;
import java.util.BitSet;
import java.util.List;

/** Compares rows as the archived service did. Rows of single texts here, others in {@link OptionComparer}. */
final class ArchivedRowComparer extends RowComparer {

    private final OptionComparer optionComparer;

    ArchivedRowComparer(Columns columns, FactRules rules, boolean notifying) {
        super(columns, rules);
        this.optionComparer = new OptionComparer(columns, notifying);
    }

    /** Every row, even one that no column has a value in. */
    @Override
    boolean isOfInterest(FactTable table, int row) {
        return true;
    }

    @Override
    ComparedRow compare(FactRow row) {
        return row.isMultiValued() ? optionComparer.compare(row) : compareTexts(row);
    }

    private ComparedRow compareTexts(FactRow row) {
        BitSet obfuscated = rules.obfuscatedIn(row);
        boolean oneValue = row.isOneValue(obfuscated);
        ComparisonState state = oneValue && !anyMissing(row, obfuscated) || noneVisible(obfuscated)
                ? ComparisonState.SAME
                : ComparisonState.DIFFERENT;
        if (rules.expectsUnique(row.name()) && severalSystems(obfuscated)) {
            state = stateOfUnique(row, obfuscated);
        }
        if (rules.neverDiffers(row.name())) {
            state = ComparisonState.SAME;
        }
        boolean againstReference = columns.hasReference() && state != ComparisonState.SAME;
        BitSet likeReference = againstReference ? likeReference(row, obfuscated) : null;
        if (oneValue && rules.agreementIsSame(row.name())) {
            state = ComparisonState.SAME;
        }
        if (!obfuscated.isEmpty()) {
            state = ComparisonState.INCOMPLETE_DATA_OBFUSCATED;
        }
        return new ComparedRow(row, state, obfuscated, obfuscated, Coverage.NONE, likeReference, List::of);
    }

    private boolean noneVisible(BitSet obfuscated) {
        return obfuscated.cardinality() == columns.size();
    }

    private static boolean anyMissing(FactRow row, BitSet obfuscated) {
        for (int column = 0; column < row.columns(); column++) {
            if (row.isMissing(column) && !obfuscated.get(column)) {
                return true;
            }
        }
        return false;
    }

    /** A baseline says what all systems should have; only systems that no baseline answers for must be unique. */
    private boolean severalSystems(BitSet obfuscated) {
        return columns.systems() - columns.baselinesWithout(obfuscated) > 1;
    }

    private static ComparisonState stateOfUnique(FactRow row, BitSet obfuscated) {
        if (anyMissing(row, obfuscated)) {
            return ComparisonState.INCOMPLETE_DATA;
        }
        return row.isUnique(obfuscated) ? ComparisonState.SAME : ComparisonState.DIFFERENT;
    }

    /** Compared as shown: a missing value is shown as the empty text. Nothing is like a reference that is not seen. */
    private BitSet likeReference(FactRow row, BitSet obfuscated) {
        BitSet like = new BitSet(row.columns());
        int reference = columns.reference();
        if (columns.containsReference() && !obfuscated.get(reference)) {
            for (int column = 0; column < row.columns(); column++) {
                like.set(column, row.isSame(column, reference) || isBlank(row, column, reference));
            }
        }
        return like;
    }

    private static boolean isBlank(FactRow row, int column, int reference) {
        return shownEmpty(row, column) && shownEmpty(row, reference);
    }

    private static boolean shownEmpty(FactRow row, int column) {
        return row.isMissing(column) || "".equals(row.text(column));
    }
}

package io.drift.core.comparison;

import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactTable;
import java.util.BitSet;
import java.util.List;

/**
 * Compares rows under exact rules: columns agree if they have the same value, a missing one included; what names a machine
 * is judged machine by machine (Q37). A system without a profile takes no part (Q43), nor does a column in a fact that it
 * did not look at.
 */
final class ExactRowComparer extends RowComparer {

    private final Machines machines;
    private final OptionComparer optionComparer;
    /** Not to be changed. */
    private final BitSet withoutProfile;

    private final Coverage coverage;

    ExactRowComparer(Columns columns, FactRules rules) {
        super(columns, rules);
        machines = new Machines(columns);
        optionComparer = new OptionComparer(columns, false);
        withoutProfile = columns.withoutProfile();
        coverage = new Coverage(columns);
    }

    @Override
    boolean isOfInterest(FactTable table, int number) {
        FactRow row = table.row(number);
        for (int column = 0; column < row.columns(); column++) {
            if (!row.isMissing(column) && !withoutProfile.get(column)) {
                return true;
            }
        }
        return false;
    }

    @Override
    ComparedRow compare(FactRow row) {
        BitSet hidden = hiddenIn(row);
        BitSet notLookedAt = coverage.notLookedAtIn(row);
        BitSet setAside = setAside(hidden, notLookedAt);
        if (hidden.isEmpty() && isPlain(row)) {
            ComparisonState state = row.isOneValue(setAside) ? ComparisonState.SAME : ComparisonState.DIFFERENT;
            return ComparedRow.of(row, state, hidden, setAside, notLookedAt);
        }
        CellValues values = new CellValues(row, columns);
        ComparisonState state = stateOf(row, values, setAside);
        boolean againstReference = isReferenceLookedAt(notLookedAt);
        BitSet likeReference = againstReference && state != ComparisonState.SAME && !row.isMultiValued()
                ? likeReference(values, hidden)
                : null;
        boolean same = state == ComparisonState.SAME;
        return new ComparedRow(
                row,
                hidden.isEmpty() ? state : ComparisonState.INCOMPLETE_DATA_OBFUSCATED,
                hidden,
                setAside,
                notLookedAt,
                likeReference,
                () -> row.isMultiValued()
                        ? optionComparer.options(values.owners(), setAside, same, againstReference)
                        : List.of());
    }

    /** Nor has a multi-valued row to be compared again, unless something is hidden: its options are found on demand. */
    @Override
    ComparedRow compare(FactRow row, ComparisonState state) {
        BitSet hidden = hiddenIn(row);
        if (!row.isMultiValued() || columns.hasReference() || !hidden.isEmpty()) {
            return super.compare(row, state);
        }
        BitSet notLookedAt = coverage.notLookedAtIn(row);
        BitSet setAside = setAside(hidden, notLookedAt);
        boolean same = state == ComparisonState.SAME;
        return new ComparedRow(
                row,
                state,
                hidden,
                setAside,
                notLookedAt,
                null,
                () -> optionComparer.options(new CellValues(row, columns).owners(), setAside, same, false));
    }

    @Override
    BitSet setAsideIn(BitSet hidden, BitSet notLookedAt) {
        return setAside(hidden, notLookedAt);
    }

    @Override
    boolean looksAtEverything() {
        return coverage.isWhole();
    }

    @Override
    BitSet notLookedAtIn(FactRow row) {
        return coverage.notLookedAtIn(row);
    }

    @Override
    boolean isComparable(BitSet notLookedAt) {
        return notLookedAt.isEmpty()
                || columns.size() - setAside(Coverage.NONE, notLookedAt).cardinality() > 1;
    }

    @Override
    BitSet hiddenIn(FactRow row) {
        BitSet hidden = rules.obfuscatedIn(row);
        if (hidden.isEmpty() || withoutProfile.isEmpty()) {
            return hidden;
        }
        BitSet counted = (BitSet) hidden.clone();
        counted.andNot(withoutProfile);
        return counted;
    }

    /** Nearly all rows: single texts, no rule for the fact, and nothing to compare with but each other. */
    private boolean isPlain(FactRow row) {
        return !row.isMultiValued()
                && !columns.hasReference()
                && !columns.hasBaselines()
                && !rules.hasRuleFor(row.name());
    }

    private BitSet setAside(BitSet hidden, BitSet notLookedAt) {
        if (hidden.isEmpty() && notLookedAt.isEmpty()) {
            return withoutProfile;
        }
        BitSet all = (BitSet) hidden.clone();
        all.or(withoutProfile);
        all.or(notLookedAt);
        return all;
    }

    /** With a reference that did not look at a fact, nothing can be compared. */
    private boolean isReferenceLookedAt(BitSet notLookedAt) {
        return columns.hasReference() && !(columns.containsReference() && notLookedAt.get(columns.reference()));
    }

    private ComparisonState stateOf(FactRow row, CellValues values, BitSet setAside) {
        if (rules.neverDiffers(row.name()) || setAside.cardinality() >= columns.size()) {
            return ComparisonState.SAME;
        }
        if (rules.expectsUnique(row.name())) {
            return machines.stateOf(values, setAside);
        }
        return isOneValue(values, setAside) ? ComparisonState.SAME : ComparisonState.DIFFERENT;
    }

    /** What systems have is compared with one of them; a baseline may fit several values. */
    private boolean isOneValue(CellValues values, BitSet setAside) {
        int usual = -1;
        for (int column = 0; column < columns.size() && usual < 0; column++) {
            usual = setAside.get(column) || columns.isBaseline(column) ? -1 : column;
        }
        int first = usual < 0 ? setAside.nextClearBit(0) : usual;
        for (int column = 0; column < columns.size(); column++) {
            if (!setAside.get(column) && !values.isSame(first, column)) {
                return false;
            }
        }
        return true;
    }

    /** Compared as shown: a missing value is shown as the empty text. Nothing is like a reference that is not seen. */
    private BitSet likeReference(CellValues values, BitSet hidden) {
        BitSet like = new BitSet(columns.size());
        int reference = columns.reference();
        if (columns.containsReference() && !hidden.get(reference) && !withoutProfile.get(reference)) {
            String shown = values.shown(reference);
            for (int column = 0; column < columns.size(); column++) {
                like.set(
                        column,
                        values.isSame(column, reference) || "".equals(shown) && "".equals(values.shown(column)));
            }
        }
        return like;
    }
}

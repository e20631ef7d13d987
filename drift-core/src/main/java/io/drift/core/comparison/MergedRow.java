package io.drift.core.comparison;

import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactValue;
import io.drift.core.policy.FactTreatment;
import io.drift.core.policy.ValueClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A row in which values become one that are the same under a policy: the one of the first column that has one of them, or of the
 * reference. A value that takes no part stays as it is, as does a missing one.
 */
final class MergedRow {

    private final FactRow row;
    private final int reference;
    private final DistinctValues distinct;
    private final List<FactValue> present = new ArrayList<>();
    /** For each different value its place among those that are present; negative for the missing one. */
    private final int[] places;

    MergedRow(FactRow row, int reference, BitSet setAside) {
        this.row = row;
        this.reference = reference;
        this.distinct = row.distinctValues(setAside);
        this.places = new int[distinct.size()];
        for (int number = 0; number < places.length; number++) {
            FactValue value = distinct.value(number);
            places[number] = value == null ? -1 : present.size();
            if (value != null) {
                present.add(value);
            }
        }
    }

    FactRow under(FactTreatment treatment) {
        if (present.size() < 2) {
            return row;
        }
        int[] classes = new ValueClasses(treatment).of(present, placeOfReference());
        int[] first = new int[present.size()];
        Arrays.fill(first, -1);
        if (placeOfReference() >= 0) {
            first[classes[placeOfReference()]] = reference;
        }
        int[] like = new int[row.columns()];
        for (int column = 0; column < like.length; column++) {
            int place = place(column);
            if (place >= 0 && first[classes[place]] < 0) {
                first[classes[place]] = column;
            }
            like[column] = place < 0 ? column : first[classes[place]];
        }
        return row.withValuesOf(like);
    }

    private int placeOfReference() {
        return reference < 0 ? ValueClasses.NO_REFERENCE : place(reference);
    }

    private int place(int column) {
        int number = distinct.number(column);
        return number == DistinctValues.UNKNOWN ? -1 : places[number];
    }
}

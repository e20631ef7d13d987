package io.drift.core.delta;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a report that was kept, which is not the SAME everywhere.
 *
 * <pre>{@code
 * DistinctValues values = DistinctValues.of(new int[] {0, 0, 1}, List.of(new FactValue.Text("28"), new FactValue.Text("27")));
 * KeptFact openssl = new KeptFact(
 *         FactName.of("installed_packages.openssl"),
 *         ComparisonState.DIFFERENT,
 *         Set.of(DifferenceReason.VALUE),
 *         values,
 *         List.of(2, 1));
 * }</pre>
 *
 * @param name its whole name
 * @param state not SAME
 * @param reasons why
 * @param values who has which; a column whose value is not known, or not told, has the number {@link DistinctValues#UNKNOWN}
 * @param counts how many columns have each value: more than {@code values} tells, if a list was cut
 */
public record KeptFact(
        FactName name,
        ComparisonState state,
        Set<DifferenceReason> reasons,
        DistinctValues values,
        List<Integer> counts) {

    private static final int NONE = -1;

    /** Copies the reasons and the counts. */
    public KeptFact {
        if (counts.size() != values.size()) {
            throw new IllegalArgumentException("each value of " + name + " has a count");
        }
        reasons = Set.copyOf(reasons);
        counts = List.copyOf(counts);
    }

    static KeptFact of(FactComparison fact) {
        DistinctValues values = fact.distinctValues();
        List<Integer> counts =
                IntStream.range(0, values.size()).mapToObj(values::count).toList();
        return new KeptFact(fact.fact(), fact.state(), fact.reasons(), values, counts);
    }

    /**
     * How a column stands.
     *
     * @param reference the number of the column with which others are compared; negative for none
     */
    Standing standing(int column, int reference) {
        int number = values.number(column);
        if (number == DistinctValues.UNKNOWN) {
            return Standing.UNKNOWN;
        }
        return differs(number, reference) ? Standing.DIFFERS : Standing.AGREES;
    }

    private boolean differs(int number, int reference) {
        if (reasons.contains(DifferenceReason.SHARED_UNIQUE)) {
            return values.value(number) != null && counts.get(number) > 1;
        }
        if (state == ComparisonState.INCOMPLETE_DATA) {
            return values.value(number) == null;
        }
        return number != usual(reference);
    }

    /** The number of the usual value; negative if no value is. */
    private int usual(int reference) {
        if (reasons.contains(DifferenceReason.CHANGED_IN_TIME)) {
            return NONE;
        }
        if (reference >= 0 && values.number(reference) != DistinctValues.UNKNOWN) {
            return values.number(reference);
        }
        if (counts.size() == 1) {
            return state == ComparisonState.DIFFERENT ? NONE : 0;
        }
        int most = counts.stream().mapToInt(count -> count).max().orElse(0);
        boolean tied = counts.stream().filter(count -> count == most).count() > 1;
        return tied ? NONE : counts.indexOf(most);
    }

    /** The value of a column; null if it is missing or not known. */
    @Nullable
    FactValue value(int column) {
        int number = values.number(column);
        return number == DistinctValues.UNKNOWN ? null : values.value(number);
    }

    /** Whether nobody is known to differ: some hid their value. */
    boolean isOnlyUnknown(int reference) {
        return IntStream.range(0, values.columns())
                .noneMatch(column -> standing(column, reference) == Standing.DIFFERS);
    }
}

package io.drift.core.comparison;

import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of which some are compared as the same, though they are not written the same. */
final class MergedValues {

    private final FactRow row;
    private final Columns columns;
    private final CellValues cells;
    private final DistinctValues written;
    private final Map<Object, Integer> numbers = new HashMap<>();
    /** The number of each value as it is written; negative as long as nobody has asked. */
    private final int[] numberOfWritten;

    /** A column that has the value, by its number. */
    private final List<Integer> examples = new ArrayList<>();

    /**
     * Values of a row.
     *
     * @param written the values as they are written
     */
    MergedValues(FactRow row, Columns columns, DistinctValues written) {
        this.row = row;
        this.columns = columns;
        this.cells = new CellValues(row, columns);
        this.written = written;
        this.numberOfWritten = new int[written.size()];
        Arrays.fill(numberOfWritten, DistinctValues.UNKNOWN);
    }

    DistinctValues all() {
        int[] merged = new int[row.columns()];
        Arrays.fill(merged, DistinctValues.UNKNOWN);
        number(merged, false);
        number(merged, true);
        List<@Nullable FactValue> values = new ArrayList<>(examples.size());
        examples.forEach(example -> values.add(row.value(example)));
        return DistinctValues.of(merged, values);
    }

    private void number(int[] merged, boolean baselines) {
        for (int column = 0; column < merged.length; column++) {
            if (columns.isBaseline(column) == baselines && written.number(column) != DistinctValues.UNKNOWN) {
                merged[column] = baselines ? numberOfBaseline(column) : numberOf(column);
            }
        }
    }

    private int numberOf(int column) {
        int asWritten = written.number(column);
        if (numberOfWritten[asWritten] < 0) {
            numberOfWritten[asWritten] = numbers.computeIfAbsent(cells.key(column), any -> example(column));
        }
        return numberOfWritten[asWritten];
    }

    private int numberOfBaseline(int column) {
        for (int number = 0; number < examples.size(); number++) {
            if (cells.isSame(examples.get(number), column)) {
                return number;
            }
        }
        return example(column);
    }

    private int example(int column) {
        examples.add(column);
        return examples.size() - 1;
    }
}

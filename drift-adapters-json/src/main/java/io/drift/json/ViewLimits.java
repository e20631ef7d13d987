package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * How much of a view is written; what is not, is counted.
 *
 * @param columns how many columns are named for a value
 * @param values how many values are written for a fact
 * @param same whether facts are written that are the same everywhere
 */
record ViewLimits(int columns, int values, boolean same) {

    /** What people and most programs can use. */
    static final ViewLimits FEW = new ViewLimits(20, 10, true);

    ViewLimits withAllNames() {
        return new ViewLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, same);
    }

    ViewLimits withOnlyDifferences() {
        return new ViewLimits(columns, values, false);
    }

    /** Writes the numbers of columns, and how many more there are. */
    void writeColumns(String field, List<Integer> all, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (int column : all.subList(0, Math.min(columns, all.size()))) {
            json.writeNumber(column);
        }
        json.writeEndArray();
        writeMore("more_" + field, all.size() - columns, json);
    }

    /** As the other one, of many columns. */
    void writeColumns(String field, BitSet all, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        int left = columns;
        for (int column = all.nextSetBit(0); column >= 0 && left > 0; column = all.nextSetBit(column + 1)) {
            json.writeNumber(column);
            left--;
        }
        json.writeEndArray();
        writeMore("more_" + field, all.cardinality() - columns, json);
    }

    /** Writes how many more there are, if there are. */
    static void writeMore(String field, int more, JsonGenerator json) throws IOException {
        if (more > 0) {
            json.writeNumberField(field, more);
        }
    }
}

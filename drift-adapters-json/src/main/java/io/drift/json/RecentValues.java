package io.drift.json;

import io.drift.core.fact.FactValue;
import org.jspecify.annotations.Nullable;

/** The few values that were written last, each with its place in the document, from where it can be repeated. */
final class RecentValues {

    private static final int FEW = 4;

    private final @Nullable FactValue[] values = new FactValue[FEW];
    private final long[] places = new long[FEW];
    /** How many bytes each value has; 0 where there is no value yet. */
    private final int[] lengths = new int[FEW];

    private int oldest;

    /**
     * Writes a value again.
     *
     * @param value a value of the report, where equal values are one object
     * @return false if the value was not written recently, or its bytes are gone; then nothing is written
     */
    boolean repeat(@Nullable FactValue value, EncodedPieces out) {
        for (int i = 0; i < FEW; i++) {
            if (values[i] == value && out.repeat(places[i], lengths[i])) {
                return true;
            }
        }
        return false;
    }

    /** Notes where a value was written. */
    void add(@Nullable FactValue value, long place, int length) {
        values[oldest] = value;
        places[oldest] = place;
        lengths[oldest] = length;
        oldest = (oldest + 1) % FEW;
    }
}

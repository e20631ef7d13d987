package io.drift.core.fact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Facts with their values in a row, as many sources have them one behind the other: recording some of them is less work than
 * recording each. All are of one {@link FactRecorder}.
 *
 * <pre>{@code
 * PreparedFacts flags = new PreparedFacts();
 * flags.add(recorder.slot("cpu_flags", "fpu").prepare("enabled"));
 * flags.add(recorder.slot("cpu_flags", "vme").prepare("enabled"));
 * int recorded = flags.recordNew(0, flags.size());
 * }</pre>
 */
public final class PreparedFacts {

    private static final int FEW = 16;
    /** Of a place without a fact. */
    private static final int NONE = -1;

    private @Nullable FactRecorder recorder;
    private int[] facts = new int[FEW];
    private int[] values = new int[FEW];
    private int size;

    /** No facts yet. */
    public PreparedFacts() {}

    /**
     * Adds a fact at the end.
     *
     * @param fact a fact of the same recorder as those before; null for a place at which recording stops
     */
    public void add(@Nullable PreparedFact fact) {
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        facts[size] = fact == null ? NONE : fact.fact();
        values[size] = fact == null ? NONE : fact.value();
        recorder = fact == null ? recorder : fact.recorder();
        size++;
    }

    /** Forgets all facts. */
    public void clear() {
        size = 0;
    }

    /**
     * How many places there are.
     *
     * @return places are numbered from 0
     */
    public int size() {
        return size;
    }

    /**
     * Records the facts from a place on for the current source, up to one that it has already.
     *
     * @param from the first place
     * @param to the place behind the last one
     * @return the place of the first fact that was not recorded, or {@code to}
     */
    public int recordNew(int from, int to) {
        int end = Math.min(to, size);
        int place = from;
        while (recorder != null
                && place < end
                && facts[place] != NONE
                && recorder.recordIfNew(facts[place], values[place])) {
            place++;
        }
        return place;
    }
}

package io.drift.core.fact;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the facts of one source after another. Names and values that recur are kept once, so a recorder is for the
 * sources of one comparison and is dropped with it. A fact that is recorded again is replaced.
 *
 * <pre>{@code
 * FactRecorder recorder = new FactRecorder();
 * RecordedFacts facts = recorder.record("arch", "x86_64").record("cpu_flags.fpu", "enabled").end();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class FactRecorder {

    private static final int FEW = 4;
    /** What a source and each of its facts take, also later in the table. */
    private static final long BYTES_OF_A_SOURCE = 200;

    private static final long BYTES_OF_A_CELL = 16;

    private final FactSymbols symbols = new FactSymbols();
    private int[] facts = new int[FEW];
    private int[] values = new int[FEW];
    private int size;
    /** Where a fact stands in {@link #facts}. Never cleared: an entry counts only if the fact really stands there. */
    private int[] placeOf = new int[FEW];
    /** The text that each fact had last, in any source: sources that come one after the other mostly agree. */
    private int[] textBefore = new int[FEW];

    /** A recorder that knows nothing yet. */
    public FactRecorder() {}

    /**
     * From now on, what is recorded takes its part of a share.
     *
     * @param share whoever records beyond it gets a {@link MemoryShare.ExceededException}
     * @return this
     */
    public FactRecorder within(MemoryShare share) {
        symbols.within(share);
        return this;
    }

    FactSymbols symbols() {
        return symbols;
    }

    /**
     * Records a text.
     *
     * @param name the whole name, {@code arch} or {@code cpu_flags.fpu}
     * @param text its value; null or {@code N/A}: the fact exists without a value
     * @return this
     */
    public FactRecorder record(String name, @Nullable String text) {
        record(symbols.fact(name), text);
        return this;
    }

    /**
     * Records several texts.
     *
     * @param name the whole name
     * @param several its values; an empty list: the fact exists without a value
     * @return this
     */
    public FactRecorder record(String name, List<String> several) {
        record(symbols.fact(name), symbols.value(several));
        return this;
    }

    /**
     * Records a text.
     *
     * @param name its name
     * @param text as in {@link #record(String, String)}
     * @return this
     */
    public FactRecorder record(FactName name, @Nullable String text) {
        record(symbols.fact(name), text);
        return this;
    }

    /**
     * Records several texts.
     *
     * @param name its name
     * @param several as in {@link #record(String, List)}
     * @return this
     */
    public FactRecorder record(FactName name, List<String> several) {
        record(symbols.fact(name), symbols.value(several));
        return this;
    }

    /**
     * A fact that is recorded for many sources.
     *
     * @param name the whole name, {@code arch} or {@code cpu_flags.fpu}
     * @return the same fact for equal names
     */
    public FactSlot slot(String name) {
        return new FactSlot(this, symbols.fact(name));
    }

    /**
     * A fact that is recorded for many sources, without building its whole name.
     *
     * @param group as in {@link FactName#of(String, String)}
     * @param member as there
     * @return the same fact for equal names
     */
    public FactSlot slot(String group, String member) {
        return new FactSlot(this, symbols.fact(group, member));
    }

    void record(int fact, @Nullable String text) {
        if (fact >= textBefore.length) {
            textBefore = Arrays.copyOf(textBefore, Math.max(fact + 1, textBefore.length * 2));
        }
        if (text == null || !symbols.isText(textBefore[fact], text)) {
            textBefore[fact] = symbols.value(text);
        }
        record(fact, textBefore[fact]);
    }

    void record(int fact, int value) {
        if (isRecorded(fact)) {
            values[placeOf[fact]] = value;
        } else {
            add(fact, value);
        }
    }

    /** Whether the fact was not recorded before; else nothing has happened. */
    boolean recordIfNew(int fact, int value) {
        boolean isNew = !isRecorded(fact);
        if (isNew) {
            add(fact, value);
        }
        return isNew;
    }

    private void add(int fact, int value) {
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        if (fact >= placeOf.length) {
            placeOf = Arrays.copyOf(placeOf, Math.max(fact + 1, placeOf.length * 2));
        }
        placeOf[fact] = size;
        facts[size] = fact;
        values[size] = value;
        size++;
    }

    boolean isRecorded(int fact) {
        return fact < placeOf.length && placeOf[fact] < size && facts[placeOf[fact]] == fact;
    }

    /** Null if the fact is not recorded, or has no value. */
    @Nullable
    FactValue valueOf(int fact) {
        return isRecorded(fact) ? symbols.valueOf(values[placeOf[fact]]) : null;
    }

    /**
     * Ends this source; what is recorded next belongs to another one.
     *
     * @return the facts of this source
     */
    public RecordedFacts end() {
        symbols.memory().take(BYTES_OF_A_SOURCE + BYTES_OF_A_CELL * size);
        RecordedFacts recorded = RecordedFacts.of(symbols, Arrays.copyOf(facts, size), Arrays.copyOf(values, size));
        size = 0;
        return recorded;
    }
}

package io.drift.core.fact;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the facts of one source after another, over one dictionary. A fact that is recorded again is replaced.
 *
 * <pre>{@code
 * FactRecorder recorder = new FactRecorder();
 * RecordedFacts facts = recorder.record("arch", "x86_64").record("cpu_flags.fpu", "enabled").end();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class FactRecorder {

    /** What {@link #valueOf} answers for a fact that was not recorded. */
    public static final int NOT_RECORDED = -1;

    private static final int FEW = 4;

    private final FactSymbols symbols;
    private int[] facts = new int[FEW];
    private int[] values = new int[FEW];
    private int size;
    /** Where a fact stands in {@link #facts}. Never cleared: an entry counts only if the fact really stands there. */
    private int[] placeOf = new int[FEW];
    /** The text that each fact had last, in any source: sources that come one after the other mostly agree. */
    private int[] textBefore = new int[FEW];

    /** A recorder with a dictionary of its own. */
    public FactRecorder() {
        this(new FactSymbols());
    }

    /**
     * A recorder over a dictionary that others use too.
     *
     * @param symbols the dictionary of this thread
     */
    public FactRecorder(FactSymbols symbols) {
        this.symbols = symbols;
    }

    /**
     * The dictionary.
     *
     * @return never null
     */
    public FactSymbols symbols() {
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
     * @param fact a symbol of a fact in {@link #symbols}
     * @param text as in {@link #record(String, String)}
     */
    public void record(int fact, @Nullable String text) {
        if (fact >= textBefore.length) {
            textBefore = Arrays.copyOf(textBefore, Math.max(fact + 1, textBefore.length * 2));
        }
        if (text == null || !symbols.isText(textBefore[fact], text)) {
            textBefore[fact] = symbols.value(text);
        }
        record(fact, textBefore[fact]);
    }

    /**
     * Records a value by symbols.
     *
     * @param fact a symbol of a fact in {@link #symbols}
     * @param value a symbol of a value in {@link #symbols}, or {@link FactSymbols#MISSING}
     */
    public void record(int fact, int value) {
        if (isRecorded(fact)) {
            values[placeOf[fact]] = value;
            return;
        }
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

    /**
     * What was recorded of a fact since the last {@link #end}.
     *
     * @param fact a symbol of a fact
     * @return a symbol of its value, or {@link #NOT_RECORDED}
     */
    public int valueOf(int fact) {
        return isRecorded(fact) ? values[placeOf[fact]] : NOT_RECORDED;
    }

    private boolean isRecorded(int fact) {
        return fact < placeOf.length && placeOf[fact] < size && facts[placeOf[fact]] == fact;
    }

    /**
     * Ends this source; what is recorded next belongs to another one.
     *
     * @return the facts of this source
     */
    public RecordedFacts end() {
        RecordedFacts recorded = RecordedFacts.of(symbols, Arrays.copyOf(facts, size), Arrays.copyOf(values, size));
        size = 0;
        return recorded;
    }
}

package io.drift.core.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a {@link FactRecorder}, looked up once, so that it can be recorded for one source after another.
 *
 * <pre>{@code
 * FactSlot arch = recorder.slot("arch");
 * arch.record("x86_64");
 * RecordedFacts first = recorder.end();
 * arch.record("s390x");
 * RecordedFacts second = recorder.end();
 * }</pre>
 */
public final class FactSlot {

    private final FactRecorder recorder;
    private final int fact;

    FactSlot(FactRecorder recorder, int fact) {
        this.recorder = recorder;
        this.fact = fact;
    }

    /**
     * Records a text.
     *
     * @param text its value; null or {@code N/A}: the fact exists without a value
     */
    public void record(@Nullable String text) {
        recorder.record(fact, text);
    }

    /**
     * Records several texts.
     *
     * @param several its values; an empty list: the fact exists without a value
     */
    public void record(List<String> several) {
        recorder.record(fact, recorder.symbols().value(several));
    }

    /** Records that the fact exists without a value. */
    public void recordMissing() {
        recorder.record(fact, FactSymbols.MISSING);
    }

    /**
     * Whether the current source has the fact.
     *
     * @return false if nothing was recorded since the last {@link FactRecorder#end}
     */
    public boolean isRecorded() {
        return recorder.isRecorded(fact);
    }

    /**
     * What was recorded for the current source.
     *
     * @return null if nothing was, or if the fact exists without a value
     */
    public @Nullable FactValue value() {
        return recorder.valueOf(fact);
    }

    /**
     * The fact with a value, for what recurs in many sources.
     *
     * @param text as in {@link #record(String)}
     * @return to be recorded as often as it occurs
     */
    public PreparedFact prepare(String text) {
        return new PreparedFact(recorder, fact, recorder.symbols().value(text));
    }

    /** Equal slots are the same fact of the same recorder. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactSlot slot && slot.recorder == recorder && slot.fact == fact;
    }

    @Override
    public int hashCode() {
        return fact;
    }
}

package io.drift.core.fact;

/**
 * A fact of a {@link FactRecorder} with a value, both looked up once, for what recurs in many sources.
 *
 * <pre>{@code
 * PreparedFact fpu = recorder.slot("cpu_flags", "fpu").prepare("enabled");
 * fpu.record();
 * }</pre>
 */
public final class PreparedFact {

    private final FactRecorder recorder;
    private final int fact;
    private final int value;

    PreparedFact(FactRecorder recorder, int fact, int value) {
        this.recorder = recorder;
        this.fact = fact;
        this.value = value;
    }

    FactRecorder recorder() {
        return recorder;
    }

    int fact() {
        return fact;
    }

    int value() {
        return value;
    }

    /** Records it for the current source. */
    public void record() {
        recorder.record(fact, value);
    }

    /**
     * Records it for the current source, unless that has the fact already.
     *
     * @return whether it was recorded
     */
    public boolean recordIfNew() {
        return recorder.recordIfNew(fact, value);
    }
}

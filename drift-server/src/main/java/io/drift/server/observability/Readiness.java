package io.drift.server.observability;

import java.util.Locale;

/** Whether requests should be sent to a server. Services that do not answer make no difference. Thread-safe. */
public final class Readiness {

    private enum State {
        STARTING,
        READY,
        STOPPING
    }

    private volatile State state = State.STARTING;

    /** The readiness of a server that is being started. */
    public Readiness() {}

    /** From now on requests are welcome. */
    public void ready() {
        state = State.READY;
    }

    /** From now on requests should go elsewhere. */
    public void stopping() {
        state = State.STOPPING;
    }

    /**
     * Whether requests are welcome.
     *
     * @return false while the server starts or stops
     */
    public boolean isReady() {
        return state == State.READY;
    }

    /** The state in one word: starting, ready or stopping. */
    @Override
    public String toString() {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

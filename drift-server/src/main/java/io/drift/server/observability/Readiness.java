package io.drift.server.observability;

/** Whether requests should be sent to a server. Services that do not answer make no difference. Thread-safe. */
public final class Readiness {

    private static final String READY = "ready";

    private volatile String state = "starting";

    /** The readiness of a server that is being started. */
    public Readiness() {}

    /** From now on requests are welcome. */
    public void ready() {
        state = READY;
    }

    /** From now on requests should go elsewhere. */
    public void stopping() {
        state = "stopping";
    }

    /**
     * Whether requests are welcome.
     *
     * @return false while the server starts or stops
     */
    public boolean isReady() {
        return state.equals(READY);
    }

    /** The state in one word: starting, ready or stopping. */
    @Override
    public String toString() {
        return state;
    }
}

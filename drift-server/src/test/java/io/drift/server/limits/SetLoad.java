package io.drift.server.limits;

/** Processors that are as busy as a test says. */
final class SetLoad implements ConcurrencyLimit.Load {

    private double machine;
    private double process;

    private SetLoad() {}

    static SetLoad idle() {
        return new SetLoad();
    }

    /** Shares from 0 to 1. */
    void set(double ofMachine, double ofProcess) {
        machine = ofMachine;
        process = ofProcess;
    }

    ConcurrencyLimit limit(int least, int most) {
        return new ConcurrencyLimit(this, least, most);
    }

    @Override
    public double ofMachine() {
        return machine;
    }

    @Override
    public double ofProcess() {
        return process;
    }
}

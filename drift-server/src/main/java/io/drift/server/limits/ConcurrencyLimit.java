package io.drift.server.limits;

import java.lang.management.ManagementFactory;

/**
 * How many reports of a kind may run at once so that each is about as fast as if it were alone: fewer while the processors
 * have nothing left to give, more while they have and somebody waits. Looked at again and again; what counts is the time of
 * the processors, so a service that is slow, or hangs, lets more reports run. Thread-safe.
 */
final class ConcurrencyLimit {

    /** Above that share of the processors, more reports at once only make each of them slower. */
    private static final double BUSY = 0.93;
    /** Below that, there is time for more. */
    private static final double FREE = 0.85;
    /** If the processors are busy with something else, fewer reports would not help. */
    private static final double OURS = 0.2;

    private static final int LEAST_A_PROCESSOR = 2;

    private final Load load;
    private final int least;
    private final int most;
    private int now;
    private boolean wasReached;

    /** How busy the processors are, each as a share from 0 to 1 since the last look; negative if that is not known. */
    interface Load {
        double ofMachine();

        double ofProcess();
    }

    /**
     * A limit that starts low.
     *
     * @param load is asked at each look
     * @param least however busy the processors are
     * @param most however free
     */
    ConcurrencyLimit(Load load, int least, int most) {
        this.load = load;
        this.least = Math.min(least, most);
        this.most = most;
        this.now = this.least;
    }

    /**
     * The limit for the processors that this process may use, as the JVM sees them.
     *
     * @param most however free they are
     * @return starts with as many as keep all processors busy
     */
    static ConcurrencyLimit ofThisProcess(int most) {
        return new ConcurrencyLimit(
                new LoadOfThisProcess(),
                LEAST_A_PROCESSOR * Runtime.getRuntime().availableProcessors(),
                most);
    }

    /** Whether one more may run. */
    synchronized boolean allows(int running) {
        wasReached |= running >= now;
        return running < now;
    }

    /** Looks at the load; to be called several times a second. */
    synchronized void look() {
        double machine = load.ofMachine();
        if (machine >= BUSY && load.ofProcess() >= OURS) {
            now = Math.max(least, now * 3 / 4);
        } else if (machine < FREE && wasReached) {
            now = Math.min(most, now + Math.max(1, now / 4));
        }
        wasReached = false;
    }

    private static final class LoadOfThisProcess implements Load {

        private final com.sun.management.OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

        @Override
        public double ofMachine() {
            return system.getCpuLoad();
        }

        @Override
        public double ofProcess() {
            return system.getProcessCpuLoad();
        }
    }
}

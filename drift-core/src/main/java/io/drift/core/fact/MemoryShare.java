package io.drift.core.fact;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory may be taken by what is read for one request, and how much is taken: an estimate that errs on the large
 * side. Thread-safe.
 *
 * <pre>{@code
 * MemoryShare quarter = MemoryShare.of(Runtime.getRuntime().maxMemory() / 4);
 * FactRecorder recorder = new FactRecorder().within(quarter);
 * }</pre>
 */
public final class MemoryShare {

    /** Counts nothing. */
    public static final MemoryShare UNLIMITED = new MemoryShare(Long.MAX_VALUE);

    private static final int BYTES_OF_A_MEBIBYTE = 1 << 20;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    private MemoryShare(long most) {
        this.most = most;
    }

    /**
     * A share of which nothing is taken yet.
     *
     * @param bytes how much may be taken
     * @return a new share
     */
    public static MemoryShare of(long bytes) {
        return new MemoryShare(bytes);
    }

    /**
     * Takes some of it.
     *
     * @param bytes how much, about
     * @throws ExceededException if that is more than there may be; it counts as taken nevertheless
     */
    public void take(long bytes) {
        if (most != Long.MAX_VALUE && taken.addAndGet(bytes) > most) {
            throw new ExceededException(
                    "what is read for one request takes more than " + most / BYTES_OF_A_MEBIBYTE + " MiB of memory");
        }
    }

    /**
     * Gives some of it back.
     *
     * @param bytes no more than was taken
     */
    public void giveBack(long bytes) {
        if (most != Long.MAX_VALUE) {
            taken.addAndGet(-bytes);
        }
    }

    /**
     * More was read for one request than it may hold.
     *
     * <pre>{@code
     * try {
     *     recorder.record(name, value);
     * } catch (MemoryShare.ExceededException tooMuch) {
     *     System.err.println(tooMuch.getMessage());
     * }
     * }</pre>
     */
    public static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private ExceededException(String message) {
            super(message);
        }
    }
}

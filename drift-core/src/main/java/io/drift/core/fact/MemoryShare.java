package io.drift.core.fact;

/**
 * How much memory may be taken by what is read for one request. Who records tells it what it takes: an estimate that errs
 * on the large side.
 *
 * <pre>{@code
 * FactRecorder recorder = new FactRecorder().within(bytes -> System.out.println(bytes + " bytes more"));
 * }</pre>
 */
@FunctionalInterface
public interface MemoryShare {

    /** Counts nothing. */
    MemoryShare UNLIMITED = bytes -> {};

    /**
     * Takes some of it.
     *
     * @param bytes how much, about; negative for what is given back
     * @throws ExceededException if that is more than there may be
     */
    void take(long bytes);

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
    final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /**
         * More than there may be.
         *
         * @param message how much there may be
         */
        public ExceededException(String message) {
            super(message);
        }
    }
}

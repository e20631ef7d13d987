package io.drift.server.uploads;

import io.drift.core.error.UnavailableException;
import io.drift.server.systems.ComparisonRoom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of the heap uploads may hold, all of them together: a quarter, but at least what one
 * needs whose names are not oddly long. Thread-safe.
 *
 * <pre>{@code
 * try (UploadRoom.Share share = room.share()) {
 *     List<UploadItem> items = UploadReader.of(body, gzipped, share).readJson();
 *     registry.uploads().upload(org, systems);
 * }
 * }</pre>
 */
public final class UploadRoom {

    private static final int PART_OF_HEAP = 4;
    /** 64 MiB that do not get smaller, and reading a host of 5 MB behind others; or reading a collection of 16 MiB. */
    private static final long OF_ONE = 136L << 20;

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final long most;
    private final long mostOfAHost;
    private final AtomicLong held = new AtomicLong();

    private UploadRoom(long most, long mostOfAHost) {
        this.most = most;
        this.mostOfAHost = mostOfAHost;
    }

    /**
     * The room in a heap.
     *
     * @param heap its size in bytes
     * @return nothing is held yet
     */
    public static UploadRoom within(long heap) {
        return new UploadRoom(Math.max(OF_ONE, heap / PART_OF_HEAP), ComparisonRoom.mostOfOne(heap));
    }

    /**
     * What one upload holds.
     *
     * @return nothing yet; to be closed when the upload was kept, or failed
     */
    public Share share() {
        return new Share();
    }

    /** What one upload holds. Used by one thread. */
    public final class Share implements AutoCloseable {

        private long bytes;

        private Share() {}

        /** How many bytes the facts of one host may take while they are read. */
        long mostOfAHost() {
            return mostOfAHost;
        }

        /**
         * Now it holds so many bytes.
         *
         * @throws UnavailableException if there is no room for more
         */
        void hold(long now) {
            long more = now - bytes;
            if (held.addAndGet(more) > most && more > 0) {
                held.addAndGet(-more);
                throw new UnavailableException(
                        "drift",
                        ASK_AGAIN,
                        now > most
                                ? "nothing was kept: this upload needs more memory than there is for all of them; send fewer"
                                        + " hosts at once"
                                : "nothing was kept: other uploads hold the memory that there is for them; send it again in a"
                                        + " few seconds, or fewer hosts at once");
            }
            bytes = now;
        }

        /** Gives everything back. */
        @Override
        public void close() {
            hold(0);
        }
    }
}

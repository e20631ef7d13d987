package io.drift.server.systems;

import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.error.UnavailableException;
import io.drift.core.fact.MemoryShare;
import io.drift.core.port.Cancellation;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much what is read for comparisons may take: each a quarter of the heap, and all that have not ended together no more.
 * Thread-safe.
 *
 * <pre>{@code
 * MemoryShare share = room.shareOf(context.cancellation());
 * SystemReader reader = new SystemReader(Reading.EXACT, share);
 * }</pre>
 */
public final class ComparisonRoom {

    private static final int PART_OF_HEAP = 4;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final long most;
    private final AtomicLong taken = new AtomicLong();
    /** A request is known by its cancellation, and forgotten with it. */
    private final Map<Cancellation, Share> shares = new WeakHashMap<>();

    private ComparisonRoom(long most) {
        this.most = most;
    }

    /**
     * The room in a heap.
     *
     * @param heap how large it may become, in bytes
     * @return nothing is taken yet
     */
    public static ComparisonRoom within(long heap) {
        return new ComparisonRoom(mostOfOne(heap));
    }

    /**
     * How much may be read for one comparison.
     *
     * @param heap how large the heap may become, in bytes
     * @return bytes
     */
    public static long mostOfOne(long heap) {
        return heap / PART_OF_HEAP;
    }

    /** How many bytes comparisons take by now. */
    long taken() {
        return taken.get();
    }

    /**
     * The share of one request, whoever reads for it.
     *
     * @param request tells when it has ended; then what it took is given back
     */
    MemoryShare shareOf(Cancellation request) {
        Share share;
        synchronized (shares) {
            share = shares.computeIfAbsent(request, any -> new Share());
        }
        if (share.isNew()) {
            request.onCancel(share::end);
        }
        return share;
    }

    private final class Share implements MemoryShare {

        private long bytes;
        private boolean known;
        private boolean ended;

        private synchronized boolean isNew() {
            boolean first = !known;
            known = true;
            return first;
        }

        /**
         * Takes some of it, or gives it back.
         *
         * @throws InvalidQueryException if the request takes too much
         * @throws UnavailableException if others take the rest
         * @throws DeadlineExceededException if the request has ended
         */
        @Override
        public synchronized void take(long more) {
            if (more <= 0) {
                add(ended ? 0 : more);
                return;
            }
            if (ended) {
                throw new DeadlineExceededException("store", "nobody waits for the report any more");
            }
            if (bytes + more > most) {
                throw new InvalidQueryException("what is asked for takes more than the " + (most >> 20)
                        + " MiB of memory that one report may take: ask for fewer systems at once");
            }
            if (add(more) > most) {
                add(-more);
                throw new UnavailableException(
                        "drift",
                        ASK_AGAIN,
                        "other reports hold the memory that there is for them: ask again in a few seconds");
            }
        }

        private long add(long more) {
            bytes += more;
            return taken.addAndGet(more);
        }

        private synchronized void end() {
            add(-bytes);
            ended = true;
        }
    }
}

package io.drift.server.limits;

import io.drift.core.ComparisonQuery;
import io.drift.core.error.UnavailableException;
import io.drift.core.port.RequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which reports run at once: as many as there is memory for their columns. Reports that ask for the same kind of sources,
 * and so may wait for the same service, hold at most half of it, so that the others go on when that service hangs. A
 * report that finds no room waits a moment and is then refused. Thread-safe.
 *
 * <pre>{@code
 * try (RunningReports.Permit permit = reports.admit(query, context, connection::close)) {
 *     ComparisonReport report = comparisons.compare(query, context);
 * }
 * }</pre>
 */
public final class RunningReports {

    /** What one column of a report needs: a report over 1,000 systems was measured to need 64 MB (docs/performance.md). */
    static final int BYTES_A_COLUMN = 64 * 1024;

    private static final int PART_OF_HEAP = 2;
    /** However small reports are, so many may run at once: each holds a thread. */
    private static final int MOST_REPORTS = 128;

    private static final int MOST_WAITING_OF_A_KIND = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** Who has not taken a piece of an answer for so long is ended if another report needs the room. */
    private static final Duration STALLED = Duration.ofMillis(500);
    /** How long the largest piece of an answer, 64 KiB, may take: 5 seconds, then 8 KiB a second. */
    private static final Duration TOO_SLOW = Duration.ofSeconds(13);

    private final int columns;
    private final Duration patience;
    private final List<Permit> held = new ArrayList<>();
    private final int[] heldOfKind = new int[3];
    private final int[] waitingOfKind = new int[3];
    private int heldInAll;

    RunningReports(int columns, Duration patience) {
        this.columns = columns;
        this.patience = patience;
    }

    /**
     * Reports within half of a heap.
     *
     * @param heap its size in bytes
     * @return no report runs yet
     */
    static RunningReports within(long heap) {
        long columns = heap / PART_OF_HEAP / BYTES_A_COLUMN;
        return new RunningReports((int) Math.max(2, Math.min(columns, Integer.MAX_VALUE)), PATIENCE);
    }

    /**
     * Waits until there is room for a report, but not long.
     *
     * @param query what it asks for
     * @param context who asks; who leaves is not waited for
     * @param cutOff ends the connection of who asks
     * @return to be closed when the report was written, or failed
     * @throws UnavailableException if there is no room
     */
    public Permit admit(ComparisonQuery query, RequestContext context, Runnable cutOff) {
        Permit permit = new Permit(weight(query), kinds(query), cutOff);
        Runnable forget = context.cancellation().onCancel(this::wake);
        try {
            take(permit, context);
            return permit;
        } finally {
            forget.run();
        }
    }

    private int weight(ComparisonQuery query) {
        int asked = query.systemIds().size()
                + query.historicalProfileIds().size()
                + query.baselineIds().size();
        int least = (columns + MOST_REPORTS - 1) / MOST_REPORTS;
        return Math.min(Math.max(asked, least), columns / 2);
    }

    private static boolean[] kinds(ComparisonQuery query) {
        return new boolean[] {
            !query.systemIds().isEmpty(),
            !query.historicalProfileIds().isEmpty(),
            !query.baselineIds().isEmpty()
        };
    }

    private synchronized void take(Permit permit, RequestContext context) {
        if (!fits(permit)) {
            waitFor(permit, context);
        }
        held.add(permit);
        count(permit, permit.weight);
    }

    private void waitFor(Permit permit, RequestContext context) {
        if (isQueueFull(permit)) {
            throw refusal();
        }
        long giveUp = System.nanoTime() + patience.toNanos();
        countWaiting(permit, 1);
        try {
            while (!fits(permit)) {
                if (System.nanoTime() - giveUp >= 0 || context.cancellation().isCancelled()) {
                    throw refusal();
                }
                endStalledReader(permit);
                wait(LOOK_AGAIN.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw refusal();
        } finally {
            countWaiting(permit, -1);
        }
    }

    private static UnavailableException refusal() {
        return new UnavailableException(
                "drift", PATIENCE, "Drift compares as much as it has room for: ask again in a few seconds");
    }

    private boolean fits(Permit permit) {
        if (heldInAll + permit.weight > columns) {
            return false;
        }
        for (int kind = 0; kind < heldOfKind.length; kind++) {
            if (permit.kinds[kind] && heldOfKind[kind] + permit.weight > columns / 2) {
                return false;
            }
        }
        return true;
    }

    private boolean isQueueFull(Permit permit) {
        for (int kind = 0; kind < waitingOfKind.length; kind++) {
            if (permit.kinds[kind] && waitingOfKind[kind] >= MOST_WAITING_OF_A_KIND) {
                return true;
            }
        }
        return false;
    }

    private void count(Permit permit, int weight) {
        heldInAll += weight;
        for (int kind = 0; kind < heldOfKind.length; kind++) {
            heldOfKind[kind] += permit.kinds[kind] ? weight : 0;
        }
    }

    private void countWaiting(Permit permit, int one) {
        for (int kind = 0; kind < waitingOfKind.length; kind++) {
            waitingOfKind[kind] += permit.kinds[kind] ? one : 0;
        }
    }

    private synchronized void release(Permit permit) {
        if (held.remove(permit)) {
            count(permit, -permit.weight);
            notifyAll();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** Of those who stand in the way, the one who has taken nothing for the longest time, if that is long enough. */
    private void endStalledReader(Permit wanted) {
        held.stream()
                .filter(one ->
                        one.stalledLongerThan(STALLED) && (one.shares(wanted) || heldInAll + wanted.weight > columns))
                .max(Comparator.comparingLong(Permit::stalled))
                .ifPresent(Permit::end);
    }

    /** Ends everybody who takes an answer too slowly. */
    synchronized void endSlowReaders() {
        held.stream().filter(one -> one.stalledLongerThan(TOO_SLOW)).forEach(Permit::end);
    }

    /** The room of one report. Used by the thread that makes the report; looked at by others. */
    public final class Permit implements AutoCloseable {

        private final int weight;
        private final boolean[] kinds;
        private final Runnable cutOff;
        /** Since when its client has been given a piece and has not taken it yet; null while it has. */
        private volatile @Nullable Long sendingSince;

        private volatile boolean ended;

        private Permit(int weight, boolean[] kinds, Runnable cutOff) {
            this.weight = weight;
            this.kinds = kinds;
            this.cutOff = cutOff;
        }

        /** A piece of the answer is about to be sent. */
        public void sending() {
            sendingSince = System.nanoTime();
        }

        /** The piece was taken by the client, or by the network. */
        public void sent() {
            sendingSince = null;
        }

        private long stalled() {
            Long since = sendingSince;
            return since == null || ended ? 0 : System.nanoTime() - since;
        }

        private boolean stalledLongerThan(Duration time) {
            return stalled() > time.toNanos();
        }

        private boolean shares(Permit other) {
            for (int kind = 0; kind < kinds.length; kind++) {
                if (kinds[kind] && other.kinds[kind]) {
                    return true;
                }
            }
            return false;
        }

        private void end() {
            ended = true;
            cutOff.run();
        }

        /** Gives the room to others. */
        @Override
        public void close() {
            release(this);
        }
    }
}

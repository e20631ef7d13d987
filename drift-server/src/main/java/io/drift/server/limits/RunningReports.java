package io.drift.server.limits;

import io.drift.core.ComparisonQuery;
import io.drift.core.error.UnavailableException;
import io.drift.core.port.RequestContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which reports run at once: as many as find room, see {@link ReportRoom}. A report that finds none waits a moment and is
 * then refused. Thread-safe.
 *
 * <pre>{@code
 * try (ReportPermit permit = reports.admit(query, context, connection::close)) {
 *     ComparisonReport report = comparisons.compare(query, context);
 * }
 * }</pre>
 */
public final class RunningReports {

    /** What one column of a report needs: a report over 1,000 systems was measured to need 64 MB (docs/performance.md). */
    static final int BYTES_A_COLUMN = 64 * 1024;

    private static final int PART_OF_HEAP = 2;
    private static final int MOST_WAITING_OF_A_KIND = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** Who has not taken a piece of an answer for so long is ended if another report needs the room. */
    private static final Duration STALLED = Duration.ofSeconds(1);
    /** How long the largest piece of an answer, 64 KiB, may take: 5 seconds, then 8 KiB a second. */
    private static final Duration TOO_SLOW = Duration.ofSeconds(13);

    private final ReportRoom room;
    private final ConcurrencyLimit limit;
    private final Duration patience;
    private final Map<ReportKind, Integer> waitingOfKind = new EnumMap<>(ReportKind.class);

    RunningReports(int columns, ConcurrencyLimit limit, Duration patience) {
        this.room = new ReportRoom(columns, limit);
        this.limit = limit;
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
        return new RunningReports(
                (int) Math.max(2, Math.min(columns, Integer.MAX_VALUE)),
                ConcurrencyLimit.ofThisProcess(ReportRoom.MOST_OF_A_KIND),
                PATIENCE);
    }

    /**
     * Refuses a report for which there is no room now, and no place to wait. That costs next to nothing, and so comes
     * first: before anybody is asked who the caller is.
     *
     * @param asked how many columns it asks for
     * @param kinds of which kinds they are
     * @throws UnavailableException if it would be refused behind the gate, too
     */
    public synchronized void refuseIfFull(int asked, Set<ReportKind> kinds) {
        if (isQueueFull(kinds) && !room.fits(room.weight(asked), kinds)) {
            throw refusal();
        }
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
    public ReportPermit admit(ComparisonQuery query, RequestContext context, Runnable cutOff) {
        ReportPermit permit = new ReportPermit(room.weight(asked(query)), kinds(query), cutOff, this::release);
        Runnable forget = context.cancellation().onCancel(this::wake);
        try {
            take(permit, context);
            return permit;
        } finally {
            forget.run();
        }
    }

    private static int asked(ComparisonQuery query) {
        return query.systemIds().size()
                + query.historicalProfileIds().size()
                + query.baselineIds().size();
    }

    private static Set<ReportKind> kinds(ComparisonQuery query) {
        return ReportKind.of(query.systemIds(), query.historicalProfileIds(), query.baselineIds());
    }

    private synchronized void take(ReportPermit permit, RequestContext context) {
        if (!room.fits(permit.weight(), permit.kinds())) {
            waitFor(permit, context);
        }
        room.add(permit);
    }

    private void waitFor(ReportPermit permit, RequestContext context) {
        if (isQueueFull(permit.kinds())) {
            throw refusal();
        }
        long giveUp = System.nanoTime() + patience.toNanos();
        countWaiting(permit, 1);
        try {
            while (!room.fits(permit.weight(), permit.kinds())) {
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

    private boolean isQueueFull(Set<ReportKind> kinds) {
        return kinds.stream().anyMatch(kind -> waitingOfKind.getOrDefault(kind, 0) >= MOST_WAITING_OF_A_KIND);
    }

    private void countWaiting(ReportPermit permit, int one) {
        permit.kinds().forEach(kind -> waitingOfKind.merge(kind, one, Integer::sum));
    }

    private synchronized void release(ReportPermit permit) {
        if (room.remove(permit)) {
            notifyAll();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** Of those who stand in the way, the one who has taken nothing for the longest time, if that is long enough. */
    private void endStalledReader(ReportPermit wanted) {
        room.held()
                .filter(one -> one.stalledLongerThan(STALLED) && room.standsInTheWay(one, wanted))
                .max(Comparator.comparingLong(ReportPermit::stalled))
                .ifPresent(ReportPermit::end);
    }

    /** Looks at how busy the processors are, and ends everybody who takes an answer too slowly. */
    synchronized void look() {
        limit.look();
        room.held().filter(one -> one.stalledLongerThan(TOO_SLOW)).forEach(ReportPermit::end);
    }
}

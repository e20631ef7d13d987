package io.drift.server.limits;

import io.drift.core.ComparisonQuery;
import io.drift.core.error.UnavailableException;
import io.drift.core.port.RequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
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
    /** How long a report waits for others to end; twice as long for the room of a reader who takes nothing. */
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** How long it waits for others to end if more come than can be made. */
    private static final Duration PATIENCE_IN_A_CROWD = Duration.ofMillis(200);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /**
     * Who has not taken a piece of an answer for so long is ended if another report needs the room. Shorter than the other
     * one waits then, so that it gets the room.
     */
    private static final Duration STALLED = Duration.ofMillis(700);
    /** How long the largest piece of an answer, 64 KiB, may take: 5 seconds, then 8 KiB a second. */
    private static final Duration TOO_SLOW = Duration.ofSeconds(13);

    private final ReportRoom room;
    private final ConcurrencyLimit limit;
    private final Crowd crowd;
    private final Duration patience;
    private final Duration patienceInCrowd;
    /** Who came first is let in first, of those for whom there is room. */
    private final List<WaitingReport> waiting = new ArrayList<>();

    RunningReports(int columns, ConcurrencyLimit limit, Duration patience, Duration patienceInCrowd) {
        this.crowd = new Crowd(System::nanoTime);
        this.room = new ReportRoom(columns, limit, crowd);
        this.limit = limit;
        this.patience = patience;
        this.patienceInCrowd = patienceInCrowd;
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
                PATIENCE,
                PATIENCE_IN_A_CROWD);
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
            crowd.refused(kinds);
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
        WaitingReport one = new WaitingReport(permit);
        if (!isLetIn(one)) {
            Runnable forget = context.cancellation().onCancel(() -> giveUp(one));
            try {
                waitFor(one);
            } finally {
                forget.run();
            }
        }
        return permit;
    }

    private static int asked(ComparisonQuery query) {
        return query.systemIds().size()
                + query.historicalProfileIds().size()
                + query.baselineIds().size();
    }

    private static Set<ReportKind> kinds(ComparisonQuery query) {
        return ReportKind.of(query.systemIds(), query.historicalProfileIds(), query.baselineIds());
    }

    private synchronized boolean isLetIn(WaitingReport one) {
        ReportPermit permit = one.permit();
        boolean fits = room.fits(permit.weight(), permit.kinds());
        if (fits) {
            room.add(permit);
        } else if (isQueueFull(permit.kinds())) {
            crowd.refused(permit.kinds());
            throw refusal();
        } else {
            waiting.add(one);
        }
        return fits;
    }

    /** Readers that stall, and processors that become free, are seen by looking again. */
    private void waitFor(WaitingReport one) {
        long begin = System.nanoTime();
        try {
            while (!one.isDecidedWithin(LOOK_AGAIN)) {
                lookAgain(one);
                refuseIfTooLong(one, System.nanoTime() - begin);
            }
        } catch (InterruptedException stopped) {
            giveUp(one);
            Thread.currentThread().interrupt();
        }
        if (!one.isLetIn()) {
            throw refusal();
        }
    }

    private synchronized void refuseIfTooLong(WaitingReport one, long waited) {
        ReportPermit wanted = one.permit();
        Duration most = crowd.isThere(wanted.kinds()) ? patienceInCrowd : patience;
        boolean isTooLong =
                waited >= 2 * patience.toNanos() || waited >= most.toNanos() && !isBehindStalledReader(wanted);
        if (isTooLong && waiting.contains(one)) {
            crowd.refused(wanted.kinds());
            giveUp(one);
        }
    }

    private boolean isBehindStalledReader(ReportPermit wanted) {
        return room.held().anyMatch(one -> one.stalledLongerThan(LOOK_AGAIN) && room.standsInTheWay(one, wanted));
    }

    private synchronized void lookAgain(WaitingReport one) {
        letIn();
        if (waiting.contains(one)) {
            endStalledReader(one.permit());
        }
    }

    private synchronized void giveUp(WaitingReport one) {
        if (waiting.remove(one)) {
            one.refuse();
        }
    }

    /** Those who have room now; the others are not woken. */
    private void letIn() {
        for (Iterator<WaitingReport> each = waiting.iterator(); each.hasNext(); ) {
            WaitingReport one = each.next();
            ReportPermit permit = one.permit();
            if (room.fits(permit.weight(), permit.kinds())) {
                each.remove();
                room.add(permit);
                one.letIn();
            }
        }
    }

    private static UnavailableException refusal() {
        return new UnavailableException(
                "drift", ASK_AGAIN, "Drift compares as much as it has room for: ask again in a few seconds");
    }

    private boolean isQueueFull(Set<ReportKind> kinds) {
        return kinds.stream().anyMatch(kind -> waitingOf(kind) >= MOST_WAITING_OF_A_KIND);
    }

    private long waitingOf(ReportKind kind) {
        return waiting.stream()
                .filter(one -> one.permit().kinds().contains(kind))
                .count();
    }

    private synchronized void release(ReportPermit permit) {
        if (room.remove(permit)) {
            letIn();
        }
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

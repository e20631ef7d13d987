package io.drift.server.limits;

import io.drift.core.ComparisonQuery;
import io.drift.core.error.UnavailableException;
import io.drift.core.port.RequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** So much of the room is left to the smallest reports, however many large ones there are. */
    private static final int PART_FOR_SMALL = 16;
    /** However small reports are, so many may run at once: each holds a thread. */
    private static final int MOST_REPORTS = 128;

    private static final int MOST_WAITING_OF_A_KIND = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** Who has not taken a piece of an answer for so long is ended if another report needs the room. */
    private static final Duration STALLED = Duration.ofMillis(500);
    /** How long the largest piece of an answer, 64 KiB, may take: 5 seconds, then 8 KiB a second. */
    private static final Duration TOO_SLOW = Duration.ofSeconds(13);

    /** What a report may wait for. */
    public enum Kind {
        /** Systems of the inventory. */
        SYSTEM,
        /** What they were. */
        HISTORICAL_PROFILE,
        /** What they should be. */
        BASELINE
    }

    private final int columns;
    private final Duration patience;
    private final List<Permit> held = new ArrayList<>();
    private final Map<Kind, Integer> heldOfKind = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> waitingOfKind = new EnumMap<>(Kind.class);
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
     * Refuses a report for which there is no room now, and no place to wait. That costs next to nothing, and so comes
     * first: before anybody is asked who the caller is.
     *
     * @param asked how many columns it asks for
     * @param kinds of which kinds they are
     * @throws UnavailableException if it would be refused behind the gate, too
     */
    public synchronized void refuseIfFull(int asked, Set<Kind> kinds) {
        if (isQueueFull(kinds) && !fits(weight(asked), kinds)) {
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
    public Permit admit(ComparisonQuery query, RequestContext context, Runnable cutOff) {
        Permit permit = new Permit(weight(asked(query)), kinds(query), cutOff);
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

    private int weight(int asked) {
        return Math.min(Math.max(asked, small()), columns / 2 - columns / PART_FOR_SMALL);
    }

    /** What the smallest report counts as. */
    private int small() {
        return (columns + MOST_REPORTS - 1) / MOST_REPORTS;
    }

    private static Set<Kind> kinds(ComparisonQuery query) {
        return kinds(query.systemIds(), query.historicalProfileIds(), query.baselineIds());
    }

    /**
     * The kinds that a report asks for.
     *
     * @param systems its ids of each kind
     * @param profiles as above
     * @param baselines as above
     * @return those that are not empty
     */
    public static Set<Kind> kinds(List<String> systems, List<String> profiles, List<String> baselines) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        addIf(!systems.isEmpty(), Kind.SYSTEM, kinds);
        addIf(!profiles.isEmpty(), Kind.HISTORICAL_PROFILE, kinds);
        addIf(!baselines.isEmpty(), Kind.BASELINE, kinds);
        return kinds;
    }

    private static void addIf(boolean asked, Kind kind, Set<Kind> kinds) {
        if (asked) {
            kinds.add(kind);
        }
    }

    private synchronized void take(Permit permit, RequestContext context) {
        if (!fits(permit.weight, permit.kinds)) {
            waitFor(permit, context);
        }
        held.add(permit);
        count(permit, permit.weight);
    }

    private void waitFor(Permit permit, RequestContext context) {
        if (isQueueFull(permit.kinds)) {
            throw refusal();
        }
        long giveUp = System.nanoTime() + patience.toNanos();
        countWaiting(permit, 1);
        try {
            while (!fits(permit.weight, permit.kinds)) {
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

    private boolean fits(int weight, Set<Kind> kinds) {
        int left = weight > small() ? columns / PART_FOR_SMALL : 0;
        return heldInAll + weight <= columns
                && kinds.stream().allMatch(kind -> heldOfKind.getOrDefault(kind, 0) + weight <= columns / 2 - left);
    }

    private boolean isQueueFull(Set<Kind> kinds) {
        return kinds.stream().anyMatch(kind -> waitingOfKind.getOrDefault(kind, 0) >= MOST_WAITING_OF_A_KIND);
    }

    private void count(Permit permit, int weight) {
        heldInAll += weight;
        permit.kinds.forEach(kind -> heldOfKind.merge(kind, weight, Integer::sum));
    }

    private void countWaiting(Permit permit, int one) {
        permit.kinds.forEach(kind -> waitingOfKind.merge(kind, one, Integer::sum));
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
        private final Set<Kind> kinds;
        private final Runnable cutOff;
        /** Since when its client has been given a piece and has not taken it yet; null while it has. */
        private volatile @Nullable Long sendingSince;

        private volatile boolean ended;

        private Permit(int weight, Set<Kind> kinds, Runnable cutOff) {
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
            return !Collections.disjoint(kinds, other.kinds);
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

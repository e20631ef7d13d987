package io.drift.server.limits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The room for reports that run at once: memory for their columns, and time of the processors. Reports that ask for the
 * same kind of sources, and so may wait for the same service, hold at most half of the memory, and each kind has a limit
 * of its own, so that the others go on when that service hangs. Not thread-safe.
 */
final class ReportRoom {

    /** So much of the room is left to the smallest reports, however many large ones there are. */
    private static final int PART_FOR_SMALL = 16;
    /** However small reports are, so many may run at once: each holds a thread. */
    private static final int MOST_REPORTS = 128;
    /** So many of a kind may run at once. */
    static final int MOST_OF_A_KIND = MOST_REPORTS / 2;

    /** In a crowd a large report counts as so many, so that those that run are not late together. */
    private static final int LARGE_IN_A_CROWD = 2;

    /** Who waits for so long until a client has taken a piece of its answer needs no processor meanwhile. */
    private static final Duration RESTING = Duration.ofMillis(50);

    private final int columns;
    private final ConcurrencyLimit limit;
    private final Crowd crowd;
    private final List<ReportPermit> held = new ArrayList<>();
    private final Map<ReportKind, Integer> columnsOfKind = new EnumMap<>(ReportKind.class);
    private int columnsInAll;

    /**
     * Room of which nothing is held.
     *
     * @param columns how many there is memory for; at least 2
     * @param limit how many reports of a kind the processors are good for
     * @param crowd whether more come
     */
    ReportRoom(int columns, ConcurrencyLimit limit, Crowd crowd) {
        this.columns = columns;
        this.limit = limit;
        this.crowd = crowd;
    }

    /** What a report over so many columns counts as: no more than it would find if it were alone. */
    int weight(int asked) {
        return Math.min(Math.max(asked, small()), columns / 2 - columns / PART_FOR_SMALL);
    }

    /** What the smallest report counts as. */
    private int small() {
        return (columns + MOST_REPORTS - 1) / MOST_REPORTS;
    }

    boolean fits(int weight, Set<ReportKind> kinds) {
        return hasMemory(weight, kinds) && hasTime(weight, kinds);
    }

    private boolean hasMemory(int weight, Set<ReportKind> kinds) {
        int left = weight > small() ? columns / PART_FOR_SMALL : 0;
        return columnsInAll + weight <= columns
                && kinds.stream().allMatch(kind -> columnsOfKind.getOrDefault(kind, 0) + weight <= columns / 2 - left);
    }

    /** The smallest reports are counted by themselves: large ones must not stand in their way. */
    private boolean hasTime(int weight, Set<ReportKind> kinds) {
        boolean small = isSmall(weight);
        int each = !small && crowd.isThere(kinds) ? LARGE_IN_A_CROWD : 1;
        return kinds.stream().allMatch(kind -> limit.allows(each * running(kind, small)));
    }

    private int running(ReportKind kind, boolean small) {
        return (int) held.stream()
                .filter(one ->
                        one.kinds().contains(kind) && isSmall(one.weight()) == small && !one.stalledLongerThan(RESTING))
                .count();
    }

    private boolean isSmall(int weight) {
        return weight <= small();
    }

    /** Whether an end of a report could help a waiting one. */
    boolean standsInTheWay(ReportPermit one, ReportPermit wanted) {
        return one.shares(wanted) || columnsInAll + wanted.weight() > columns;
    }

    Stream<ReportPermit> held() {
        return held.stream();
    }

    void add(ReportPermit permit) {
        held.add(permit);
        count(permit, 1);
    }

    /** Whether it was held; who ends twice is counted once. */
    boolean remove(ReportPermit permit) {
        boolean was = held.remove(permit);
        if (was) {
            count(permit, -1);
        }
        return was;
    }

    private void count(ReportPermit permit, int one) {
        columnsInAll += one * permit.weight();
        for (ReportKind kind : permit.kinds()) {
            columnsOfKind.merge(kind, one * permit.weight(), Integer::sum);
        }
    }
}

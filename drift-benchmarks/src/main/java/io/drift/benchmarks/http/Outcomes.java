package io.drift.benchmarks.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of requests. Thread-safe. */
final class Outcomes {

    /** In place of a status: no answer, or half of one. */
    static final int CUT_OFF = 0;

    private static final int OK = 200;
    private static final int REFUSED = 503;

    private final List<Outcome> all = new ArrayList<>();

    /**
     * What came of one.
     *
     * @param asked when it was due, in nanoseconds since the beginning
     * @param took from then to the last byte
     * @param status that of the answer, or {@link #CUT_OFF}
     */
    record Outcome(long asked, long took, int status) {}

    synchronized void add(Outcome outcome) {
        all.add(outcome);
    }

    /** Those that were due within a time. */
    synchronized Outcomes between(Duration from, Duration to) {
        Outcomes some = new Outcomes();
        all.stream()
                .filter(one -> one.asked >= from.toNanos() && one.asked < to.toNanos())
                .forEach(some.all::add);
        return some;
    }

    synchronized long count() {
        return all.size();
    }

    /** How many there were of each status. */
    synchronized Map<Integer, Long> byStatus() {
        Map<Integer, Long> counts = new TreeMap<>();
        all.forEach(one -> counts.merge(one.status, 1L, Long::sum));
        return counts;
    }

    long reports() {
        return byStatus().getOrDefault(OK, 0L);
    }

    long refused() {
        return byStatus().getOrDefault(REFUSED, 0L);
    }

    /** How long the slowest took, in milliseconds, whatever came of it; not a number if there was none. */
    double slowestMillis() {
        return slowest().map(one -> one.took() / 1e6).orElse(0.0);
    }

    synchronized Optional<Outcome> slowest() {
        return all.stream().max(Comparator.comparingLong(Outcome::took));
    }

    /** The time in milliseconds within which 99 of 100 reports were there; not a number if there was none. */
    synchronized double millisOf99() {
        long[] times = all.stream()
                .filter(one -> one.status == OK)
                .mapToLong(Outcome::took)
                .sorted()
                .toArray();
        return times.length == 0 ? Double.NaN : times[(int) ((times.length - 1) * 0.99)] / 1e6;
    }
}

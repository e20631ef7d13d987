package io.drift.server.limits;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Whether more reports come than can be made: as long as one of the kind was refused within the last second. A burst is
 * waited out, but in a crowd long waits help nobody: as many get room in the end, and all of them late. Not thread-safe.
 */
final class Crowd {

    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final Map<ReportKind, Long> refusedAt = new EnumMap<>(ReportKind.class);

    /**
     * No crowd yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    Crowd(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** There was no room for a report, nor will there be soon. */
    void refused(Set<ReportKind> kinds) {
        kinds.forEach(kind -> refusedAt.put(kind, nanoTime.getAsLong()));
    }

    boolean isThere(Set<ReportKind> kinds) {
        return kinds.stream().anyMatch(this::isThere);
    }

    private boolean isThere(ReportKind kind) {
        Long at = refusedAt.get(kind);
        return at != null && nanoTime.getAsLong() - at < AFTER_REFUSAL.toNanos();
    }
}

package io.drift.jdbc;

import java.time.Instant;

/** Instants as they stand in the database: microseconds since 1970. */
final class Micros {

    private static final long IN_A_SECOND = 1_000_000;
    /** No date that anybody means is beyond this; the ends of time would not fit. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / IN_A_SECOND - 1;

    private Micros() {}

    static long of(Instant instant) {
        long seconds = Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, instant.getEpochSecond()));
        return seconds * IN_A_SECOND + instant.getNano() / 1000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, IN_A_SECOND), Math.floorMod(micros, IN_A_SECOND) * 1000);
    }
}

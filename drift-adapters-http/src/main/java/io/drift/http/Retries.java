package io.drift.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when calls to one service are tried again. Further tries are at most a tenth of the calls, and ten more: a
 * service that fails everybody must not get three times the work. Thread-safe.
 */
final class Retries {

    /** How often one call is tried again. */
    static final int MOST = 2;

    private static final double AT_THE_BEGINNING = 10;
    private static final double FOR_EACH_CALL = 0.1;
    private static final double MOST_SAVED = 100;
    private static final long FIRST_MILLIS = 100;

    private final Clock clock;
    private final DoubleSupplier random;
    private double left = AT_THE_BEGINNING;

    Retries(Clock clock, DoubleSupplier random) {
        this.clock = clock;
        this.random = random;
    }

    /** A call is made for the first time, which allows a tenth of a further try. */
    synchronized void called() {
        left = Math.min(MOST_SAVED, left + FOR_EACH_CALL);
    }

    /** Takes a further try that is made at once. */
    synchronized boolean takeOne() {
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /**
     * Takes a further try that is made later, no sooner than the service asks for.
     *
     * @param before how many there were already
     * @param retryAfter what the service said, in seconds or as a date; null for nothing
     * @param timeLeft how long the answer is of use
     * @return how long to wait; empty if there is none
     */
    Optional<Duration> take(int before, @Nullable String retryAfter, Duration timeLeft) {
        if (before >= MOST) {
            return Optional.empty();
        }
        Duration wait = max(jittered(FIRST_MILLIS << before), asked(retryAfter));
        return wait.compareTo(timeLeft) < 0 && takeOne() ? Optional.of(wait) : Optional.empty();
    }

    /** Between half of it and all of it, so that those who failed together do not come back together. */
    private Duration jittered(long millis) {
        return Duration.ofMillis(millis / 2 + Math.round(random.getAsDouble() * millis / 2));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private Duration asked(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        String text = retryAfter.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Integer.parseInt(text));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), date);
        } catch (DateTimeException meaningless) {
            return Duration.ZERO;
        }
    }
}

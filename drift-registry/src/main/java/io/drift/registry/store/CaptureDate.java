package io.drift.registry.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a state of a system was taken. Two dates of one system are the same if their instants are.
 *
 * <pre>{@code
 * CaptureDate date = new CaptureDate(Instant.parse("2026-01-01T00:00:00Z"), "2026-01-01T01:00:00+01:00");
 * }</pre>
 *
 * @param instant whole microseconds
 * @param asGiven the text that the profile had; null if it had none that counts
 */
public record CaptureDate(Instant instant, @Nullable String asGiven) {

    /** Cuts the instant off at microseconds. */
    public CaptureDate {
        instant = instant.truncatedTo(ChronoUnit.MICROS);
    }
}

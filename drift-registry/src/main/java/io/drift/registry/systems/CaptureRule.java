package io.drift.registry.systems;

import io.drift.core.source.TimeStamp;
import io.drift.registry.store.CaptureDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which date an upload counts as. A wrong clock must not freeze a machine: a date in the future would be newer than all
 * that comes after it.
 *
 * @param date the date that counts
 * @param isOfReceipt whether it is the time of receipt
 * @param warning why it is not the date that was given; null if it is
 */
record CaptureRule(
        CaptureDate date, boolean isOfReceipt, @Nullable String warning) {

    private static final Duration AHEAD = Duration.ofMinutes(10);

    static CaptureRule of(@Nullable String given, Instant receipt) {
        if (given == null || given.isBlank()) {
            return ofReceipt(receipt, null);
        }
        Optional<Instant> captured = TimeStamp.parse(given);
        if (captured.isEmpty()) {
            return ofReceipt(receipt, "captured_date is no date, so the time of receipt counts");
        }
        if (captured.get().isBefore(Instant.EPOCH)) {
            return ofReceipt(
                    receipt,
                    "captured_date is before 1970, so the time of receipt counts: check the clock of the machine");
        }
        if (captured.get().isAfter(receipt.plus(AHEAD))) {
            return ofReceipt(
                    receipt,
                    "captured_date is more than ten minutes ahead, so the time of receipt counts: check the clock of the"
                            + " machine");
        }
        return new CaptureRule(new CaptureDate(captured.get(), given), false, null);
    }

    private static CaptureRule ofReceipt(Instant receipt, @Nullable String warning) {
        return new CaptureRule(new CaptureDate(receipt, null), true, warning);
    }

    /** The next moment, for a machine that is received twice within one. */
    CaptureRule next() {
        return new CaptureRule(new CaptureDate(date.instant().plusNanos(1000), null), true, warning);
    }
}

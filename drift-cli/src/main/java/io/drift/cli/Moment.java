package io.drift.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the earlier profiles of a system is meant, as it is written behind an {@code @}. */
sealed interface Moment {

    /** The newest profile that is not newer than this. */
    record At(Instant latest) implements Moment {}

    /** The newest profile that is at least so old. */
    record Ago(Duration age) implements Moment {

        At before(Clock clock) {
            return new At(clock.instant().minus(age));
        }
    }

    /** The profile before the newest one. */
    record Previous() implements Moment {}

    /** A profile by its id. */
    record ProfileId(UUID id) implements Moment {}

    Pattern AGE = Pattern.compile("-([0-9]{1,5})([hdw])");
    Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * A moment as it is written.
     *
     * @param text a date (to its end, in UTC), a date with a time (in UTC unless it says otherwise), {@code -7d} and the like
     *     with hours, days or weeks, {@code previous}, or the id of a profile
     * @throws CannotCompareException if it is something else
     */
    static Moment parse(String text) {
        Matcher age = AGE.matcher(text);
        if (text.equals("previous")) {
            return new Previous();
        }
        if (age.matches()) {
            return new Ago(unit(age.group(2)).multipliedBy(Long.parseLong(age.group(1))));
        }
        if (UUID_FORM.matcher(text).matches()) {
            return new ProfileId(UUID.fromString(text));
        }
        return new At(instant(text));
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }

    private static Instant instant(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusNanos(1);
            }
            return text.matches(".*(Z|[+-][0-9:]+)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException odd) {
            throw new CannotCompareException("'" + text + "' is no moment: write a date as in 2026-08-02 or"
                    + " 2026-08-02T12:00, -7d, previous, or the id of a profile");
        }
    }
}

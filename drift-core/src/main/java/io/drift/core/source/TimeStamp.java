package io.drift.core.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Time stamps as the services write them: ISO 8601 with or without zone, or an RFC 1123 date. One without a zone is
 * UTC (Q6). They are shown as given and read only to sort them and to tell what is stale.
 *
 * <pre>{@code
 * Optional<Instant> read = TimeStamp.parse("2024-05-01 10:00:00+02:00"); // Optional[2024-05-01T08:00:00Z]
 * Optional<Instant> unknown = TimeStamp.parse("yesterday"); // Optional.empty
 * }</pre>
 */
public final class TimeStamp {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private TimeStamp() {}

    /**
     * Reads a time stamp.
     *
     * @param text a time stamp, or null
     * @return empty for null and for anything that is not a time stamp
     */
    public static Optional<Instant> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        String iso = trimmed.length() > 10 && trimmed.charAt(10) == ' ' ? trimmed.replaceFirst(" ", "T") : trimmed;
        Optional<Instant> read = parse(iso, ISO);
        return read.isPresent() ? read : parse(trimmed, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            TemporalAccessor parsed = format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(instantOf(parsed));
        } catch (DateTimeException notThisFormat) {
            return Optional.empty();
        }
    }

    private static Instant instantOf(TemporalAccessor parsed) {
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        LocalDateTime local = parsed instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) parsed;
        return local.toInstant(ZoneOffset.UTC);
    }
}

package io.drift.cli;

import io.drift.core.source.TimeStamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Of when a file is: its {@code captured_date}, else its {@code updated} (Q42).
 *
 * @param text as given; null if the file tells neither
 */
record FileDate(@Nullable String text) {

    /** What is no date does not count where the other one is. */
    static FileDate of(@Nullable String captured, @Nullable String updated) {
        FileDate first = new FileDate(captured);
        FileDate second = new FileDate(updated);
        boolean isSecond = captured == null
                || first.instant().isEmpty() && second.instant().isPresent();
        return isSecond ? second : first;
    }

    /** Empty if nobody knows. */
    Optional<Instant> instant() {
        return TimeStamp.parse(text);
    }
}

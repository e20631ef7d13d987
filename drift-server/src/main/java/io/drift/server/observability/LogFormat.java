package io.drift.server.observability;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which form the log is written. */
public enum LogFormat {
    /** A line of text, for people. */
    TEXT,
    /** A JSON object a line, for programs. */
    JSON;

    /**
     * The format of a name.
     *
     * @param name {@code text} or {@code json} in any case; null or empty for text
     * @return the format
     * @throws IllegalArgumentException if there is none of that name; the message is for people
     */
    public static LogFormat parse(@Nullable String name) {
        String lower = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "", "text" -> TEXT;
            case "json" -> JSON;
            default -> throw new IllegalArgumentException("LOG_FORMAT is '" + name + "': must be text or json");
        };
    }
}

package io.drift.collector;

import org.jspecify.annotations.Nullable;

/**
 * A line of a name, a separator and a value. It is cut at the first separator: a regular expression that looks for blanks
 * around it takes minutes over a line of many blanks.
 *
 * @param name without blanks around; not empty
 * @param value without blanks around; may be empty
 */
record Assignment(String name, String value) {

    /** Null if there is no separator, or no name in front of it. */
    static @Nullable Assignment of(String line, char separator) {
        int end = line.indexOf(separator);
        String name = end < 0 ? "" : line.substring(0, end).strip();
        return name.isEmpty()
                ? null
                : new Assignment(name, line.substring(end + 1).strip());
    }
}

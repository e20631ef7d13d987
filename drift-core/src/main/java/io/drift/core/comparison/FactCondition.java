package io.drift.core.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be so of a fact, for who wants to see such facts only, see {@link FactSelection}.
 *
 * <pre>{@code
 * FactCondition condition = FactCondition.of("older").orElseThrow();
 * }</pre>
 */
public enum FactCondition {
    /** A package is older than that of the reference, or than the newest one. */
    OLDER,
    /** A package is newer than that of the reference. */
    NEWER,
    /** A column lacks what the reference has, or what any other column has. */
    MISSING,
    /** A column has what the reference lacks. */
    EXTRA,
    /** Several versions of a package are installed, and not the same in all columns. */
    MIXED,
    /** It differs. */
    DIFFERENT,
    /** It could not be compared everywhere. */
    INCOMPLETE,
    /** It is the same everywhere. */
    SAME;

    /**
     * That of a word.
     *
     * @param word in any case
     * @return empty if there is none
     */
    public static Optional<FactCondition> of(String word) {
        return Arrays.stream(values())
                .filter(condition -> condition.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /**
     * All words.
     *
     * @return in their order
     */
    public static List<String> words() {
        return Arrays.stream(values()).map(FactCondition::word).toList();
    }

    /** As people write it, {@code older}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word. */
    @Override
    public String toString() {
        return word();
    }

    /** Whether it says how something stands to a reference, and is never so without one. */
    public boolean needsReference() {
        return this == NEWER || this == EXTRA;
    }
}

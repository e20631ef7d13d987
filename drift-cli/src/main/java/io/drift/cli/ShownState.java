package io.drift.cli;

import io.drift.core.error.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** A word of {@code --only}: what is so of a fact that is shown. */
enum ShownState {
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

    /** That of a word, in any case. */
    static ShownState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.toString().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of " + inWords()));
    }

    private static String inWords() {
        List<String> words = Arrays.stream(values()).map(ShownState::toString).toList();
        return new Choice(words).inWords();
    }

    /** Whether it says how something stands to a reference, and is never so without one. */
    boolean needsReference() {
        return this == NEWER || this == EXTRA;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.drift.cli;

import io.drift.core.error.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** What of a report is shown. */
enum View {
    /** What each column says of each fact. */
    CELLS,
    /** Which values there are, and who has which. */
    GROUPS,
    /** Which machine is the odd one, and why. */
    OUTLIERS,
    /** Which machines are the same. */
    CLUSTERS;

    static final String LABEL = "VIEW";

    /** From so many columns on nobody reads cells at a terminal. */
    private static final int MANY_COLUMNS = 5;

    /** That of a word, in any case. */
    static View of(String word) {
        return Arrays.stream(values())
                .filter(view -> view.toString().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "there is no view '" + word + "'; choose " + new Choice(names()).inWords()));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(View::toString).toList();
    }

    /** The view of a table: the one asked for, else what suits its columns. */
    static View ofTable(@Nullable View asked, int columns) {
        if (asked != null) {
            return asked;
        }
        return columns < MANY_COLUMNS ? CELLS : GROUPS;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.drift.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** When to use colours. */
enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    /** That of a word, in any case. */
    static ColorMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.toString().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of auto, always and never"));
    }

    /**
     * Whether to use them.
     *
     * @param suits whether they suit where the output goes
     */
    boolean isOn(boolean suits) {
        return this == ALWAYS || this == AUTO && suits;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

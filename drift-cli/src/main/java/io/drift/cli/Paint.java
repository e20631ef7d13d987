package io.drift.cli;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.version.PackageState;

/**
 * Colours of a terminal.
 *
 * @param on whether to use any; without, texts stay as they are
 */
record Paint(boolean on) {

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";

    String strong(String text) {
        return painted(BOLD, text);
    }

    String quiet(String text) {
        return painted(DIM, text);
    }

    /** What is the same stays quiet. */
    String state(ComparisonState state, String text) {
        return painted(
                switch (state) {
                    case SAME -> DIM;
                    case DIFFERENT -> RED;
                    case INCOMPLETE_DATA, INCOMPLETE_DATA_OBFUSCATED -> YELLOW;
                },
                text);
    }

    /** The colour of a package that is older or newer than elsewhere. */
    String arrow(PackageState state, String text) {
        return painted(state == PackageState.OLDER ? YELLOW : GREEN, text);
    }

    private String painted(String colour, String text) {
        return on && !text.isBlank() ? colour + text + RESET : text;
    }
}

package io.drift.cli;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.version.PackageState;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Marks and words for the states, for tables without colours too. */
final class StateWords {

    static final String OLDER = "\u2193";
    static final String NEWER = "\u2191";

    private static final String GAP = "   ";

    private StateWords() {}

    /** One character at the beginning of a line. */
    static String mark(ComparisonState state) {
        return switch (state) {
            case SAME -> "=";
            case DIFFERENT -> "!";
            case INCOMPLETE_DATA -> "?";
            case INCOMPLETE_DATA_OBFUSCATED -> "x";
        };
    }

    /** What stands in a heading; loud for what is not the same. */
    static String heading(ComparisonState state) {
        return switch (state) {
            case SAME -> "same";
            case DIFFERENT -> "DIFFERENT";
            case INCOMPLETE_DATA, INCOMPLETE_DATA_OBFUSCATED -> "INCOMPLETE";
        };
    }

    /** What stands behind a version, with a blank in front; empty where it tells nothing. */
    static String arrow(@Nullable PackageState state) {
        if (state == PackageState.OLDER) {
            return " " + OLDER;
        }
        return state == PackageState.NEWER ? " " + NEWER : "";
    }

    /**
     * What the arrows of a table mean, for the end of its legend.
     *
     * @param states those in the table
     * @param againstReference whether packages are compared with those of a reference
     */
    static String arrows(Set<PackageState> states, boolean againstReference) {
        String than = againstReference ? " than the reference" : " than the newest";
        return states.stream()
                .sorted()
                .map(state ->
                        GAP + arrow(state).strip() + " " + (state == PackageState.OLDER ? "older" : "newer") + than)
                .collect(Collectors.joining());
    }

    private static String meaning(ComparisonState state) {
        return switch (state) {
            case SAME -> "same";
            case DIFFERENT -> "different";
            case INCOMPLETE_DATA -> "incomplete: a machine lacks it";
            case INCOMPLETE_DATA_OBFUSCATED -> "incomplete: hidden before upload";
        };
    }

    /**
     * What stands at the end of a table.
     *
     * @param states those in the table, with their marks
     * @param countsWhatAllHave whether cells say how many values all columns have
     * @param notLookedAt whether there are cells that were not looked at
     * @param shared whether something is the same on several machines that each should have for itself
     */
    static String legend(Set<ComparisonState> states, boolean countsWhatAllHave, boolean notLookedAt, boolean shared) {
        String marks = states.stream()
                .sorted()
                .map(state -> mark(state) + " " + meaning(state))
                .collect(Collectors.joining(GAP));
        return marks
                + (countsWhatAllHave ? GAP + "+n in all: values that every column has" : "")
                + (notLookedAt ? GAP + CellNotation.NOT_LOOKED_AT + " in a cell: not looked at" : "")
                + (shared
                        ? GAP + mark(ComparisonState.DIFFERENT) + " with equal cells: each machine should have its own"
                        : "");
    }
}

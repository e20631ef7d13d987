package io.drift.cli;

import io.drift.core.delta.DeltaStatus;
import io.drift.core.delta.ReportDelta;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** What a gate fails on, so that it exits with 1. What could not be read at all is 2 nevertheless. */
enum FailOn {
    /** A difference that the known report does not have, or something that cannot be compared any more. */
    NEW,
    /** Any difference, known or not: as it is without a known report. */
    ANY,
    /** Nothing that was compared. */
    NONE;

    private static final String SEVERITY = "severity=";

    /** That of a word, in any case. */
    static FailOn of(String word) {
        if (word.toLowerCase(Locale.ROOT).startsWith(SEVERITY)) {
            throw new TypeConversionException("'" + word + "' needs rules with severities, which there are not yet");
        }
        return Arrays.stream(values())
                .filter(one -> one.toString().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + word + "' is nothing to fail on; choose " + new Choice(names()).inWords()));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(FailOn::toString).toList();
    }

    /** Whether there is something new, or something may be hidden now that was compared before. */
    static boolean hasNew(ReportDelta delta) {
        return delta.count(DeltaStatus.NEW) > 0
                || !delta.newlyNotCompared().isEmpty()
                || !delta.newlyUnknown().isEmpty();
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

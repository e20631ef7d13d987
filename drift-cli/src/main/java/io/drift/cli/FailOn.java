package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.delta.DeltaStatus;
import io.drift.core.delta.ReportDelta;
import io.drift.core.error.Choice;
import io.drift.core.policy.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * What a gate fails on, so that it exits with 1. What could not be read at all is 2 nevertheless.
 *
 * @param what which differences count
 * @param least how bad a difference is that counts; null unless that alone matters
 */
record FailOn(What what, @Nullable Severity least) {

    static final FailOn NEW = new FailOn(What.NEW, null);
    static final FailOn ANY = new FailOn(What.ANY, null);
    static final FailOn NONE = new FailOn(What.NONE, null);

    private static final int NOTHING_DIFFERS = 0;
    private static final int SOMETHING_DIFFERS = 1;
    private static final String SEVERITY = "severity=";
    private static final List<FailOn> WORDS = List.of(NEW, ANY, NONE);

    /** Which differences count. */
    enum What {
        /** One that the known report does not have, or something that cannot be compared any more. */
        NEW,
        /** Any, known or not: as it is without a known report. */
        ANY,
        /** Nothing that was compared. */
        NONE,
        /** Any that a policy calls so bad, or worse. */
        SEVERITY
    }

    /** That of a word, in any case. */
    static FailOn of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith(SEVERITY)) {
            return new FailOn(What.SEVERITY, severity(lower.substring(SEVERITY.length())));
        }
        return WORDS.stream()
                .filter(one -> one.toString().equals(lower))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + word + "' is nothing to fail on; choose " + new Choice(names()).inWords()));
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is no severity; choose "
                        + new Choice(Arrays.stream(Severity.values())
                                        .map(Severity::word)
                                        .toList())
                                .inWords()));
    }

    static List<String> names() {
        return Stream.concat(
                        WORDS.stream().map(FailOn::toString),
                        Arrays.stream(Severity.values()).map(severity -> SEVERITY + severity.word()))
                .toList();
    }

    /**
     * The exit code for a report. What was not looked at is told, but is no difference; what could not be compared is one,
     * unless nothing counts, since nobody knows.
     *
     * @param missing how many hosts have no profile
     * @param delta to the known report; null if there is none
     */
    int code(ComparisonReport report, int missing, @Nullable ReportDelta delta) {
        boolean unknown = missing > 0 || !report.notCompared().isEmpty();
        boolean fails = switch (what) {
            case NEW -> delta != null && isNew(delta) || missing > 0;
            case ANY -> report.hasDifferences() || unknown;
            case SEVERITY -> hasAsBad(report) || unknown;
            case NONE -> false;
        };
        return fails ? SOMETHING_DIFFERS : NOTHING_DIFFERS;
    }

    /**
     * The exit code for a delta.
     *
     * @throws CannotCompareException if a severity is asked for, which reports do not keep
     */
    int code(ReportDelta delta) {
        boolean fails = switch (what) {
            case NEW -> isNew(delta);
            case ANY ->
                !delta.now().facts().isEmpty() || !delta.now().notCompared().isEmpty();
            case SEVERITY ->
                throw new CannotCompareException("a report does not keep severities: give --fail-on " + this
                        + " to 'drift compare', with --policy");
            case NONE -> false;
        };
        return fails ? SOMETHING_DIFFERS : NOTHING_DIFFERS;
    }

    /** Whether there is something new, or something may be hidden now that was compared before. */
    private static boolean isNew(ReportDelta delta) {
        return delta.count(DeltaStatus.NEW) > 0
                || !delta.newlyNotCompared().isEmpty()
                || !delta.newlyUnknown().isEmpty();
    }

    private boolean hasAsBad(ComparisonReport report) {
        return report.comparisons().stream()
                .anyMatch(fact -> fact.state() != ComparisonState.SAME
                        && fact.severity().compareTo(Objects.requireNonNull(least)) >= 0);
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return what.name().toLowerCase(Locale.ROOT) + (least == null ? "" : "=" + least.word());
    }
}

package io.drift.core.delta;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.FactSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a report was made. Reports that were not made in the same way say different things of the same machines.
 *
 * <pre>{@code
 * Optional<String> why = ReportBasis.of(report).refusal(earlier.basis());
 * }</pre>
 *
 * @param rules the fingerprint of its rules, see {@link io.drift.core.comparison.FactRules#fingerprint}
 * @param reference the name of the column with which the others are compared; null for none
 * @param baselineFactsOnly whether facts are left out that no baseline has
 */
public record ReportBasis(String rules, @Nullable String reference, boolean baselineFactsOnly) {

    /** The fingerprint of rules of which nobody can tell whether they are the same. */
    private static final String CUSTOM = "custom";

    /**
     * That of a report.
     *
     * @param report any report
     * @return never null
     */
    public static ReportBasis of(ComparisonReport report) {
        return new ReportBasis(
                report.rules().fingerprint(),
                report.reference().map(FactSource::name).orElse(null),
                report.isOfBaselineFactsOnly());
    }

    /**
     * Why two reports cannot be compared.
     *
     * @param other how the other report was made
     * @return a sentence without a full stop that says what to do; empty if they can
     */
    public Optional<String> refusal(ReportBasis other) {
        if (rules.startsWith(CUSTOM) || other.rules.startsWith(CUSTOM)) {
            return Optional.of(
                    "a report was made under rules of a program, of which nobody can tell whether they are the"
                            + " same: make both under rules that have a fingerprint");
        }
        if (!rules.equals(other.rules)) {
            return Optional.of("the reports were made under other rules (" + rules + " and " + other.rules
                    + "): make both under the same");
        }
        if (reference == null ? other.reference != null : !reference.equals(other.reference)) {
            return Optional.of("the reports have other references (" + shown(reference) + " and "
                    + shown(other.reference) + "): make both with the same");
        }
        return baselineFactsOnly == other.baselineFactsOnly
                ? Optional.empty()
                : Optional.of("one of the reports has only the facts of baselines, the other has all: make both alike");
    }

    private static String shown(@Nullable String reference) {
        return reference == null ? "none" : reference;
    }
}

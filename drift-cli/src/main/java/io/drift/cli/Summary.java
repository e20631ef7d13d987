package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;

/**
 * What a report comes to, in a sentence or a few.
 *
 * @param report the report
 * @param header says what its columns are
 * @param scope what it is of
 */
record Summary(ComparisonReport report, TableHeader header, TableFormat.Scope scope) {

    String words() {
        return words("");
    }

    /**
     * With a sentence on what is shown of it.
     *
     * @param shown with a blank in front; empty for none
     */
    String words(String shown) {
        Tally all = Section.of(report).stream().map(Section::tally).reduce(Tally.NONE, Tally::plus);
        String baselines =
                scope.baselineFactsOnly() ? " Only what the baseline has was compared; --all-facts adds the rest." : "";
        return header.kinds() + ": " + all.sentence(report.notCompared().size() + scope.missing(), scope.notRead())
                + shown + baselines + new OmissionWords(report.omissions()).summary();
    }
}

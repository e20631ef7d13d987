package io.drift.cli;

import io.drift.core.delta.KeptReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.ReportWriter;
import io.drift.json.KeptReportReader;

/**
 * An earlier report in a file.
 *
 * @param file the file
 * @param report what is in it
 */
record KnownReport(InputFile file, KeptReport report) {

    /**
     * Reads it.
     *
     * @throws CannotCompareException if it is no report, or not a whole one
     */
    static KnownReport read(String given, Shell shell) {
        InputFile file = new InputFile(given);
        KeptReportReader.Read read = file.read(shell.in(), KeptReportReader::read);
        if (read.cutFacts() > 0) {
            shell.complain(file + ": " + read.cutFacts()
                    + " facts do not name all who have which value; what is not named counts as not known");
        }
        return new KnownReport(file, read.report());
    }

    /**
     * Makes sure that a format can tell what is new, before anything is compared.
     *
     * @throws CannotCompareException if it cannot
     */
    void checkToldBy(ReportWriter format) {
        if (!DeltaFormats.names().contains(format.name())
                && format.withDelta(ReportDelta.between(report, report)).isEmpty()) {
            throw new CannotCompareException(
                    "--format " + format.name() + " does not tell what is new: choose another one with --known");
        }
    }

    /**
     * What became of it.
     *
     * @throws CannotCompareException if the later report was not made in the same way
     */
    ReportDelta until(KeptReport later) {
        report.basis().refusal(later.basis()).ifPresent(why -> {
            throw new CannotCompareException(file + ": " + why);
        });
        return ReportDelta.between(report, later);
    }
}

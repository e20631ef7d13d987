package io.drift.cli;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares files, without any service. */
@Command(
        name = "compare",
        description = "Compares files of systems and baselines, without any service.",
        footer = {
            "",
            "Files of one machine (the same id): the newest is the system, the others are its history. Of when a file is,",
            "its captured_date tells, else its updated.",
            "",
            "Exit codes: 0 nothing differs; 1 something differs, is incomplete or could not be looked at;",
            "            2 could not compare.",
            "",
            "Example:",
            "  drift compare web-1.json web-2.json --only-different"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final int NOTHING_DIFFERS = 0;
    private static final int SOMETHING_DIFFERS = 1;
    private static final String FORMAT_DESCRIPTION = "format";

    private final Shell shell;
    private final Clock clock;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A host with its system_profile and tags, an answer of the inventory with such hosts,"
                    + " or a bare system profile; - reads standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "A baseline, or only its baseline_facts. May be given several times.")
    private List<String> baselines = List.of();

    @Option(
            names = "--reference",
            paramLabel = "COLUMN",
            description = "Compares every column with this one: its name, its file or its id.")
    private @Nullable String reference;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = FORMAT_DESCRIPTION)
    private OfferedFormats.Chosen format = OfferedFormats.Chosen.TABLE;

    @Option(names = "--only-different", description = "Leaves out what is the same everywhere.")
    private boolean onlyDifferent;

    @Option(
            names = "--baseline-facts-only",
            description = "Compares only the facts that a baseline has; without it what a baseline lacks differs.")
    private boolean baselineFactsOnly;

    @Option(
            names = "--verbose",
            description = "Names on standard error all parts that could not be compared, not only the first ten.")
    private boolean verbose;

    private CompareCommand(Shell shell, Clock clock) {
        this.shell = shell;
        this.clock = clock;
    }

    /**
     * The command.
     *
     * @param shell what it sees of its process
     * @param clock tells which systems are stale
     * @param formats what may be asked for
     */
    static CommandLine commandLine(Shell shell, Clock clock, OfferedFormats formats) {
        return new CommandLine(new CompareCommand(shell, clock))
                .registerConverter(OfferedFormats.Chosen.class, formats)
                .setResourceBundle(new ListResourceBundle() {
                    @Override
                    protected Object[][] getContents() {
                        return new Object[][] {{FORMAT_DESCRIPTION, formats.description()}};
                    }
                });
    }

    /**
     * Compares and prints.
     *
     * @return the exit code
     */
    @Override
    public Integer call() throws IOException {
        FileColumns columns = new ColumnReader(shell).read(files, baselines);
        String referenceId = reference == null ? null : columns.idOf(reference);
        if (baselineFactsOnly && baselines.isEmpty()) {
            throw new CannotCompareException("--baseline-facts-only needs a --baseline");
        }
        ComparisonReport report = Comparison.of(columns.sources())
                .withRules(FactRules.exact())
                .withReference(referenceId)
                .withBaselineFactsOnly(baselineFactsOnly)
                .report(clock);
        new SkippedParts(report, columns).printTo(shell, verbose);
        print(report, referenceId);
        return report.hasDifferences() || !report.isComplete() ? SOMETHING_DIFFERS : NOTHING_DIFFERS;
    }

    private void print(ComparisonReport report, @Nullable String referenceId) throws IOException {
        Terminal terminal = shell.terminal().get();
        ReportWriter chosen = format.format();
        if (chosen == null) {
            table(terminal, referenceId).write(report, shell.out());
        } else {
            write(onlyDifferent ? report.onlyDifferences() : report, chosen, terminal);
        }
        if (shell.out().checkError()) {
            throw new CannotCompareException("the report could not be written to its end");
        }
    }

    private TableFormat table(Terminal terminal, @Nullable String referenceId) {
        Paint paint = new Paint(shell.isColoured(terminal));
        return new TableFormat(new TableFormat.Style(terminal.width(), paint, onlyDifferent), referenceId, clock);
    }

    private void write(ComparisonReport report, ReportWriter chosen, Terminal terminal) throws IOException {
        WholeLines lines = new WholeLines(shell.out());
        OutputStream out = terminal.interactive() ? new TerminalText(lines, chosen.mediaType()) : lines;
        chosen.write(report, out);
        lines.end();
    }
}

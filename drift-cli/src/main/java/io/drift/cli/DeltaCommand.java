package io.drift.cli;

import io.drift.core.delta.ReportDelta;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two reports that were kept. */
@Command(
        name = "delta",
        description = "Says what is new, known and resolved between two reports that were written as JSON.",
        footer = {
            "",
            "The reports are cells or groups, as 'drift compare --format json' writes them. Columns are the same by id, else",
            "by name. What was not looked at is never resolved.",
            "",
            "Exit codes: 0 nothing is new; 1 something is new, or cannot be compared any more; 2 a report was not read, or",
            "the two were not made under the same rules, or wrong usage. --fail-on changes what is 1.",
            "",
            "Examples:",
            "  drift delta yesterday.json today.json",
            "  drift delta yesterday.json today.json --format markdown"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DeltaCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier report.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NOW", description = "The later report; - for standard input.")
    private String now = "";

    @Option(
            names = "--format",
            paramLabel = "DELTA_FORMAT",
            description =
                    "table (for people, the default), json, csv or markdown (for the comment on a merge request).")
    private String format = TableFormat.NAME;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = "What exits with 1: new (the default), any or none.")
    private FailOn failOn = FailOn.NEW;

    DeltaCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ReportDelta delta = KnownReport.read(before, shell)
                .until(KnownReport.read(now, shell).report());
        int code = failOn.code(delta);
        print(delta, format, shell);
        return code;
    }

    /** Writes a delta to standard output. */
    static void print(ReportDelta delta, String format, Shell shell) {
        Terminal terminal = shell.terminal().get();
        try {
            var writer = DeltaFormats.of(format, terminal.width());
            WholeLines lines = new WholeLines(shell.report());
            boolean plain = !terminal.interactive() || writer.name().equals(TableFormat.NAME);
            writer.write(delta, plain ? lines : new TerminalText(lines, writer.mediaType()));
            lines.end();
            shell.report().flush();
        } catch (IOException broken) {
            if (!shell.isReaderGone()) {
                throw new CannotCompareException("the delta could not be written to its end: " + broken.getMessage());
            }
        }
    }
}

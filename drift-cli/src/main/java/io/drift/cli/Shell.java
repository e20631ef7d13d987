package io.drift.cli;

import io.drift.core.report.PrintableText;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a command sees of the process it runs in.
 *
 * @param environment its variables
 * @param in standard input
 * @param out standard output, UTF-8; the report and nothing else
 * @param err standard error, UTF-8; what is wrong
 * @param terminal looks what standard output is; asked only by who prints a report
 */
public record Shell(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Supplier<Terminal> terminal) {

    private static final int GAP = 2;

    /** Copies the environment. */
    public Shell {
        environment = Map.copyOf(environment);
    }

    /**
     * A stream of the process: JSON, CSV and the table are UTF-8 whatever the locale says.
     *
     * @param stream where to
     * @param flushLines whether each line is written at once
     * @return to be flushed
     */
    public static PrintStream utf8(OutputStream stream, boolean flushLines) {
        return ProcessOutput.of(stream, flushLines);
    }

    /** Standard output for a report: fails when it cannot be written. */
    OutputStream report() {
        return out instanceof ProcessOutput process ? process.direct() : out;
    }

    /**
     * Says what is wrong, in one line.
     *
     * @param message any text; control characters in it, which may come from a file, are shown as escapes
     */
    public void complain(String message) {
        err.println("drift: " + PrintableText.of(message));
    }

    /**
     * Prints texts in columns that are as wide as they need to be.
     *
     * @param rows each has as many texts as the first; control characters are shown as escapes, an empty text as
     *     {@code ""}
     */
    public void printAligned(List<List<String>> rows) {
        List<List<String>> shown = rows.stream()
                .map(row -> row.stream().map(CellText::shown).toList())
                .toList();
        int last = rows.isEmpty() ? 0 : rows.get(0).size() - 1;
        int[] widths = IntStream.range(0, last)
                .map(column -> CellText.widest(shown.stream().map(row -> row.get(column))))
                .toArray();
        for (List<String> row : shown) {
            for (int column = 0; column < last; column++) {
                out.print(CellText.pad(row.get(column), widths[column] + GAP));
            }
            out.println(row.get(last));
        }
    }

    /**
     * Whether standard output failed because nobody reads it any more: nothing else can be wrong with a pipe, whatever the
     * message says in the language of the system.
     */
    boolean isReaderGone() {
        return out instanceof ProcessOutput && StandardOutput.isPipe();
    }

    /** Whether colours suit: on a terminal that can, and unless NO_COLOR is set to something. */
    boolean suitsColours(Terminal standardOutput) {
        return standardOutput.interactive()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}

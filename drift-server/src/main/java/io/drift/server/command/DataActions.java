package io.drift.server.command;

import io.drift.cli.Shell;
import io.drift.server.exports.DataImport;
import io.drift.server.exports.UnreadableExportException;
import io.drift.server.standalone.KeptData;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code drift data} does with a folder. It stands apart from the command, which is made for the help of every start:
 * picocli looks at all methods of a command, and would load what they name of stores.
 */
final class DataActions {

    private static final String STANDARD_INPUT = "-";

    private final KeptData kept;
    private final Shell shell;

    DataActions(Path folder, Shell shell) {
        this.kept = new KeptData(folder);
        this.shell = shell;
    }

    void backUp(Path file) throws IOException {
        kept.backUp(file);
        shell.out().println(file + ": backed up and checked");
    }

    /** Writes to a file, or, for null, to standard output. */
    void export(@Nullable Path file) throws IOException {
        if (file == null) {
            OutputStream out = new BufferedOutputStream(shell.out());
            kept.export(out);
            out.flush();
            // a stream for printing keeps its failures to itself
            if (shell.out().checkError()) {
                throw new IOException("standard output did not take all of it");
            }
        } else {
            kept.export(file);
        }
    }

    void importFrom(Path file) throws IOException, UnreadableExportException {
        try (InputStream in = new BufferedInputStream(
                file.toString().equals(STANDARD_INPUT) ? shell.in() : Files.newInputStream(file))) {
            DataImport.Count count = kept.importFrom(in);
            shell.out()
                    .println(counted(count.systems(), "system") + " with " + counted(count.states(), "state") + ", and "
                            + counted(count.baselines(), "baseline") + " were imported");
        }
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

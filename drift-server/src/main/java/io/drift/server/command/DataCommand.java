package io.drift.server.command;

import io.drift.cli.DriftCommandLine;
import io.drift.cli.Shell;
import io.drift.registry.store.StoreFailureException;
import io.drift.server.exports.UnreadableExportException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies what a server of its own keeps, writes it down, and reads it again. */
@Command(
        name = "data",
        description = {
            "Backs up, exports or imports what 'drift standalone' keeps.",
            "A backup and an export may be made while the server runs; for an import it has to be stopped."
        },
        footer = {
            "",
            "A backup is the database itself: put it as drift.db into a folder of its own (chmod",
            "700), and start 'drift standalone --data' on that. An export is JSON lines, for other",
            "programs and for moving to another version.",
            "",
            "Exit codes: 0 done; 2 not done, and nothing was changed.",
            "",
            "Examples:",
            "  drift data backup drift-2026-11-28.db --data /var/lib/drift",
            "  drift data export -o drift.jsonl",
            "  drift data import drift.jsonl --data /srv/drift"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {

    private static final String BACKUP = "backup";
    private static final String EXPORT = "export";
    private static final String IMPORT = "import";

    /** What can be done, for completion. */
    static final class Actions extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Actions() {
            super(List.of(BACKUP, EXPORT, IMPORT));
        }
    }

    private final Shell shell;

    @Parameters(
            index = "0",
            paramLabel = "ACTION",
            completionCandidates = Actions.class,
            description = "backup copies the database into FILE; export writes JSON lines; import reads those of FILE"
                    + " into an empty folder.")
    private String action = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The backup to make, or the export to read; - for standard input.")
    private @Nullable Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the database. Default: drift in $XDG_DATA_HOME, else in ~/.local/share.")
    private @Nullable Path data;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where an export is written; must not be there. Default: standard output.")
    private @Nullable Path output;

    DataCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        DataActions actions = new DataActions(data == null ? UsualFolder.of(shell.environment()) : data, shell);
        try {
            String fault = fault();
            if (fault != null) {
                shell.complain(fault);
                return DriftCommandLine.FAILED;
            }
            switch (action) {
                case BACKUP -> actions.backUp(given());
                case EXPORT -> actions.export(output);
                default -> actions.importFrom(given());
            }
            return 0;
        } catch (StoreFailureException | UnreadableExportException refused) {
            shell.complain(String.valueOf(refused.getMessage()));
        } catch (FileAlreadyExistsException there) {
            shell.complain(there.getFile() + " is there already: give another name, or move it away");
        } catch (NoSuchFileException missing) {
            shell.complain(missing.getFile() + " is not there");
        } catch (IOException broken) {
            shell.complain("it could not be done: " + broken.getMessage());
        }
        return DriftCommandLine.FAILED;
    }

    private @Nullable String fault() {
        if (!List.of(BACKUP, EXPORT, IMPORT).contains(action)) {
            return "'" + action + "' is nothing to do with data: give backup, export or import";
        }
        if (action.equals(EXPORT)) {
            return file == null ? null : "export writes to standard output, or where -o says";
        }
        if (file == null) {
            return action.equals(BACKUP)
                    ? "backup needs the name of a new file"
                    : "import needs the name of an export, or - for standard input";
        }
        return output == null ? null : "-o is for an export";
    }

    private Path given() {
        return file == null ? Path.of("-") : file;
    }
}

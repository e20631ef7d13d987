package io.drift.cli;

import io.drift.core.report.ReportWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Does what {@code compare} and {@code collect} do, once in each way, over small documents and a collection of its own, and
 * prints nothing: a Java runtime that writes down which classes it loaded meanwhile makes an archive with which they start
 * sooner. Nothing of this machine is read; a shell prints the collection, so that a process is started as for a real one.
 * Hidden from the help, because only {@code bin/drift} needs it.
 */
@Command(name = "train", hidden = true, description = "Loads what 'compare' and 'collect' need and prints nothing.")
final class TrainCommand implements Callable<Integer> {

    private static final int ALL_COLLECTED = 0;
    private static final int SOMETHING_DIFFERS = 1;
    private static final String FIRST = "training-first.json";
    private static final String SECOND = "training-second.json";
    private static final String BASELINE = "training-baseline.json";
    private static final String COLLECTION = "training.collection";
    private static final List<String> ALL = List.of(FIRST, SECOND, BASELINE, COLLECTION);
    /** Prints a file by what any shell has built in. */
    private static final String PRINT = "while IFS= read -r line; do printf '%s\\n' \"$line\"; done <\"$1\"";

    private static final int WIDTH = 100;

    private final Shell shell;
    private final Clock clock;
    private final List<ReportWriter> formats;

    /**
     * A command that compares as another one does.
     *
     * @param shell its streams are not used; what its standard output is, is looked at once
     * @param clock tells which systems are stale
     * @param formats what {@code --format} offers beside the table; each is written
     */
    TrainCommand(Shell shell, Clock clock, List<ReportWriter> formats) {
        this.shell = shell;
        this.clock = clock;
        this.formats = formats;
    }

    /**
     * Compares and collects.
     *
     * @return 0 if each comparison found that something differs, as it does in these documents, and the collection was
     *     read; else 2, and an archive of this is of no use
     * @throws IOException if there is no place for temporary files
     */
    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("drift-train");
        try {
            for (String name : ALL) {
                copy(name, folder);
            }
            return ways(folder).allMatch(words -> runs(words, folder)) ? 0 : DriftCommandLine.FAILED;
        } finally {
            for (String name : ALL) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private Stream<List<String>> ways(Path folder) {
        String first = folder.resolve(FIRST).toString();
        String second = folder.resolve(SECOND).toString();
        String baseline = folder.resolve(BASELINE).toString();
        return Stream.concat(
                Stream.of(
                        List.of("compare", first, second),
                        List.of("compare", first, second, "--only-different", "--baseline", baseline),
                        List.of("compare", first, folder.resolve(COLLECTION).toString()),
                        List.of("compare", first, Collector.HERE),
                        List.of("collect")),
                formats.stream().map(format -> List.of("compare", first, second, "--format", format.name())));
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream document = Objects.requireNonNull(TrainCommand.class.getResourceAsStream(name), name)) {
            Files.copy(document, folder.resolve(name));
        }
    }

    /** Does it for a file, as it is looked at first, and for a terminal with colours. */
    private boolean runs(List<String> words, Path folder) {
        int expected = words.get(0).equals("collect") ? ALL_COLLECTED : SOMETHING_DIFFERS;
        return Stream.of(shell.terminal().get(), new Terminal(true, WIDTH)).allMatch(terminal -> {
            Shell silent = new Shell(Map.of(), InputStream.nullInputStream(), nowhere(), nowhere(), () -> terminal);
            return DriftCommandLine.of(silent, this)
                            .withCompare(clock, formats, () -> collector(folder))
                            .withCollect(() -> collector(folder))
                            .execute(words.toArray(String[]::new))
                    == expected;
        });
    }

    private Collector collector(Path folder) {
        List<String> printing =
                List.of("sh", "-c", PRINT, "sh", folder.resolve(COLLECTION).toString());
        return new Collector(
                Map.of(), clock, (command, variable, value) -> ProcessStarter.SYSTEM.start(printing, variable, value));
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}

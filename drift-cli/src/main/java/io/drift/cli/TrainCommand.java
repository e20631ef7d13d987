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
 * Does what {@code compare} does, once in each way, over small documents of its own, and prints nothing: a Java runtime
 * that writes down which classes it loaded meanwhile makes an archive with which {@code compare} starts sooner. Hidden from
 * the help, because only {@code bin/drift} needs it.
 */
@Command(name = "train", hidden = true, description = "Loads what 'compare' needs and prints nothing.")
final class TrainCommand implements Callable<Integer> {

    private static final int SOMETHING_DIFFERS = 1;
    private static final String FIRST = "training-first.json";
    private static final String SECOND = "training-second.json";
    private static final String BASELINE = "training-baseline.json";
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
     * Compares.
     *
     * @return 0 if each comparison found that something differs, as it does in these documents; else 2, and an archive of
     *     this is of no use
     * @throws IOException if there is no place for temporary files
     */
    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("drift-train");
        try {
            String first = copy(FIRST, folder);
            String second = copy(SECOND, folder);
            String baseline = copy(BASELINE, folder);
            Stream<List<String>> ways = Stream.concat(
                    Stream.of(
                            List.of("compare", first, second),
                            List.of("compare", first, second, "--only-different", "--baseline", baseline)),
                    formats.stream().map(format -> List.of("compare", first, second, "--format", format.name())));
            return ways.allMatch(this::differs) ? 0 : DriftCommandLine.FAILED;
        } finally {
            for (String name : List.of(FIRST, SECOND, BASELINE)) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static String copy(String name, Path folder) throws IOException {
        try (InputStream document = Objects.requireNonNull(TrainCommand.class.getResourceAsStream(name), name)) {
            Path copy = folder.resolve(name);
            Files.copy(document, copy);
            return copy.toString();
        }
    }

    /** Compares for a file, as it is looked at first, and for a terminal with colours. */
    private boolean differs(List<String> words) {
        return Stream.of(shell.terminal().get(), new Terminal(true, WIDTH)).allMatch(terminal -> {
            Shell silent = new Shell(Map.of(), InputStream.nullInputStream(), nowhere(), nowhere(), () -> terminal);
            return DriftCommandLine.of(silent, this).withCompare(clock, formats).execute(words.toArray(String[]::new))
                    == SOMETHING_DIFFERS;
        });
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}

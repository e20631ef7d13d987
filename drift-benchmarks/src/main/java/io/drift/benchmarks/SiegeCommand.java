package io.drift.benchmarks;

import io.drift.benchmarks.http.Siege;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.FigureTable;
import io.drift.benchmarks.table.Report;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets services hang and clients be a nuisance. */
@Command(
        name = "siege",
        description = "The server's jar while services hang, clients send or read nothing, and it is told to stop.",
        mixinStandardHelpOptions = true)
final class SiegeCommand implements Callable<Integer> {

    private static final int CANNOT_MEASURE = 2;
    private static final int WHOLE = 60;

    private final Clock clock;

    @Option(names = "--seconds", paramLabel = "N", description = "How long a service hangs; 60 by default.")
    private int seconds = WHOLE;

    @Option(names = "--write", paramLabel = "FILE", description = "Also puts the table into this document.")
    private @Nullable Path document;

    @Option(names = "--server", paramLabel = "JAR", description = "The server's jar; by default the one built here.")
    private @Nullable Path server;

    SiegeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        Path jar = server == null ? HttpCommand.builtHere() : server;
        if (!Files.exists(jar)) {
            System.err.println(
                    jar + " does not exist: build it with mvn -DskipTests package, or name it with --server");
            return CANNOT_MEASURE;
        }
        List<Figure> figures = new Siege(JavaProcess.java(), jar, Duration.ofSeconds(seconds)).measure();
        Report report = Report.of(clock, seconds < WHOLE, List.of(FigureTable.lines(figures)));
        report.lines().forEach(System.out::println);
        if (document != null) {
            report.writeInto(document, "siege");
        }
        return figures.stream().allMatch(Figure::isGood) ? 0 : 1;
    }
}

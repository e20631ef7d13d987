package io.drift.benchmarks;

import io.drift.benchmarks.http.Soak;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.FigureTable;
import io.drift.benchmarks.table.Plot;
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

/** Asks the server for too much, for long. */
@Command(
        name = "soak",
        description =
                "The server's jar in 256 MB under twice the load that it can bear, while its services fail now and then.",
        mixinStandardHelpOptions = true)
final class SoakCommand implements Callable<Integer> {

    private static final int CANNOT_MEASURE = 2;

    private final Clock clock;

    @Option(names = "--seconds", paramLabel = "N", description = "How long; 600 by default, at least 20.")
    private int seconds = 600;

    @Option(names = "--write", paramLabel = "FILE", description = "Also puts the table into this document.")
    private @Nullable Path document;

    @Option(names = "--plot", paramLabel = "FILE", description = "Also draws it, as SVG.")
    private @Nullable Path picture;

    @Option(names = "--server", paramLabel = "JAR", description = "The server's jar; by default the one built here.")
    private @Nullable Path server;

    SoakCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        Path jar = server == null ? HttpCommand.builtHere() : server;
        if (seconds < 20 || !Files.exists(jar)) {
            System.err.println(
                    seconds < 20
                            ? "--seconds " + seconds + " is too short: give 20 or more"
                            : jar + " does not exist: build it with mvn -DskipTests package, or name it with --server");
            return CANNOT_MEASURE;
        }
        Soak.Found found = new Soak(JavaProcess.java(), jar, Duration.ofSeconds(seconds)).run();
        Report report = Report.of(clock, seconds < 600, List.of(FigureTable.lines(found.figures())));
        report.lines().forEach(System.out::println);
        if (document != null) {
            report.writeInto(document, "soak");
        }
        if (picture != null) {
            Files.writeString(picture, plot(found));
        }
        return found.figures().stream().allMatch(Figure::isGood) ? 0 : 1;
    }

    private String plot(Soak.Found found) {
        return Plot.svg(
                "answers a second",
                seconds,
                List.of(line("reports", found, 1), line("refused (503)", found, 2), line("failed", found, 3)));
    }

    private static Plot.Line line(String name, Soak.Found found, int column) {
        return new Plot.Line(
                name, found.lines().stream().mapToDouble(row -> row[column]).toArray());
    }
}

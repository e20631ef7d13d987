package io.drift.benchmarks;

import io.drift.benchmarks.http.HttpFigures;
import io.drift.benchmarks.http.PairedServers;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.FigureTable;
import io.drift.benchmarks.table.Report;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the server over HTTP. */
@Command(
        name = "http",
        description =
                "The server's jar as a process under load, between services that answer from memory and a client.",
        mixinStandardHelpOptions = true)
final class HttpCommand implements Callable<Integer> {

    private static final int CANNOT_MEASURE = 2;

    private final Clock clock;

    @Option(names = "--quick", description = "Measures for a short time only.")
    private boolean quick;

    @Option(names = "--write", paramLabel = "FILE", description = "Also puts the table into this document.")
    private @Nullable Path document;

    @Option(names = "--goals", paramLabel = "FILE", description = "Also puts what has a goal into this document.")
    private @Nullable Path summary;

    @Option(names = "--server", paramLabel = "JAR", description = "The server's jar; by default the one built here.")
    private @Nullable Path server;

    @Option(
            names = "--against",
            paramLabel = "JAR",
            description = "Another jar of the server: asks both in turn and tells how they compare, and nothing else.")
    private @Nullable Path before;

    HttpCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        Path jar = server == null ? builtHere() : server;
        if (!Files.exists(jar)) {
            System.err.println(
                    jar + " does not exist: build it with mvn -DskipTests package, or name it with --server");
            return CANNOT_MEASURE;
        }
        if (before != null) {
            List<String> table = new PairedServers(JavaProcess.java(), before, jar, quick).measure();
            Report.of(clock, quick, List.of(table)).lines().forEach(System.out::println);
            return 0;
        }
        List<Figure> figures = new HttpFigures(JavaProcess.java(), jar, quick).measure();
        Report report = Report.of(clock, quick, List.of(FigureTable.lines(figures)));
        report.lines().forEach(System.out::println);
        if (document != null) {
            report.writeInto(document, "http");
        }
        if (summary != null) {
            List<Figure> goals =
                    figures.stream().filter(figure -> figure.goal() != null).toList();
            Report.of(clock, quick, List.of(FigureTable.lines(goals))).writeInto(summary, "http");
        }
        return figures.stream().allMatch(Figure::isGood) ? 0 : 1;
    }

    /** The server's jar that was built beside this one. */
    static Path builtHere() throws URISyntaxException {
        Path jar = Path.of(Benchmarks.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return jar.resolveSibling("../../drift-server/target/drift-server.jar").normalize();
    }
}

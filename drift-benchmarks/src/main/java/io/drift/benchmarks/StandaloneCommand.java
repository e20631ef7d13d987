package io.drift.benchmarks;

import io.drift.benchmarks.standalone.StandaloneFigures;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.FigureTable;
import io.drift.benchmarks.table.Report;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Drift on its own. */
@Command(
        name = "standalone",
        description = "The server's jar on its own in 512 MB: 10,000 systems, uploaded, listed and compared; history.",
        mixinStandardHelpOptions = true)
final class StandaloneCommand implements Callable<Integer> {

    private static final int CANNOT_MEASURE = 2;
    private static final int ALL_PARTS = 5;

    private final Clock clock;

    @Option(names = "--quick", description = "Measures a fifth of it.")
    private boolean quick;

    @Option(names = "--reports", description = "Measures nothing but reports, of 2,000 systems that are kept.")
    private boolean reportsOnly;

    @Option(names = "--write", paramLabel = "FILE", description = "Also puts the table into this document.")
    private @Nullable Path document;

    @Option(names = "--server", paramLabel = "JAR", description = "The server's jar; by default the one built here.")
    private @Nullable Path server;

    StandaloneCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException, SQLException {
        Path jar = server == null ? HttpCommand.builtHere() : server;
        if (!Files.exists(jar)) {
            System.err.println(
                    jar + " does not exist: build it with mvn -DskipTests package, or name it with --server");
            return CANNOT_MEASURE;
        }
        Path folder = Files.createTempDirectory("drift-standalone");
        try {
            StandaloneFigures run = new StandaloneFigures(JavaProcess.java(), jar, folder, quick ? 1 : ALL_PARTS);
            List<Figure> figures = reportsOnly ? run.measureReports() : run.measure();
            Report report = Report.of(clock, quick, List.of(FigureTable.lines(figures)));
            report.lines().forEach(System.out::println);
            if (document != null && !reportsOnly) {
                report.writeInto(document, "standalone");
            }
            return figures.stream().allMatch(Figure::isGood) ? 0 : 1;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

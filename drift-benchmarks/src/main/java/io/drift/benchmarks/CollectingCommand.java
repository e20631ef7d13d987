package io.drift.benchmarks;

import io.drift.benchmarks.collecting.CollectionFigures;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.FigureTable;
import io.drift.benchmarks.table.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long a collection takes to become a profile. */
@Command(
        name = "collecting",
        description = "A collection of 200 KB becomes a profile, beside a bare pass over its lines.",
        mixinStandardHelpOptions = true)
final class CollectingCommand implements Callable<Integer> {

    private final Clock clock;

    @Option(names = "--quick", description = "Measures for a short time only.")
    private boolean quick;

    @Option(names = "--write", paramLabel = "FILE", description = "Also puts the table into this document.")
    private @Nullable Path document;

    @Option(names = "--goals", paramLabel = "FILE", description = "Also puts what has a goal into this document.")
    private @Nullable Path summary;

    CollectingCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        List<Figure> figures = new CollectionFigures(quick).measure();
        Report report = Report.of(clock, quick, List.of(FigureTable.lines(figures)));
        report.lines().forEach(System.out::println);
        if (document != null) {
            report.writeInto(document, "collecting");
        }
        if (summary != null) {
            List<Figure> goals =
                    figures.stream().filter(figure -> figure.goal() != null).toList();
            Report.of(clock, quick, List.of(FigureTable.lines(goals))).writeInto(summary, "collecting");
        }
        return figures.stream().allMatch(Figure::isGood) ? 0 : 1;
    }
}

package io.drift.benchmarks;

import io.drift.benchmarks.pipeline.PipelineFigures;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.FigureTable;
import io.drift.benchmarks.table.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what Drift does between the bytes of the inventory and the bytes of a report. */
@Command(
        name = "pipeline",
        description = "From bytes to bytes inside one process, beside the limit; first reports; memory; growth.",
        mixinStandardHelpOptions = true)
final class PipelineCommand implements Callable<Integer> {

    private final Clock clock;

    @Option(names = "--quick", description = "Measures for a short time only.")
    private boolean quick;

    @Option(names = "--write", paramLabel = "FILE", description = "Also puts the tables into this document.")
    private @Nullable Path document;

    @Option(names = "--goals", paramLabel = "FILE", description = "Also puts what has a goal into this document.")
    private @Nullable Path summary;

    PipelineCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, RunnerException {
        List<Figure> figures = new ArrayList<>(PipelineFigures.measure(quick));
        FreshProcesses fresh = new FreshProcesses(quick);
        figures.addAll(fresh.figures());
        Report report =
                Report.of(clock, quick, List.of(FigureTable.lines(figures), FigureTable.aligned(fresh.growth())));
        report.lines().forEach(System.out::println);
        if (document != null) {
            report.writeInto(document, "pipeline");
        }
        if (summary != null) {
            List<Figure> goals =
                    figures.stream().filter(figure -> figure.goal() != null).toList();
            Report.of(clock, quick, List.of(FigureTable.lines(goals))).writeInto(summary, "pipeline");
        }
        return figures.stream().allMatch(Figure::isGood) ? 0 : 1;
    }
}

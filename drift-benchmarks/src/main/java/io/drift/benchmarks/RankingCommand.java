package io.drift.benchmarks;

import io.drift.benchmarks.ranking.RankingTrials;
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

/** Measures how well what is wrong with a machine is found. */
@Command(
        name = "ranking",
        description = "Plants causes in invented fleets, and looks in how many of a hundred cases each is the first"
                + " reason of its machine, or among the first three.",
        mixinStandardHelpOptions = true)
final class RankingCommand implements Callable<Integer> {

    private static final int MORE_FLEETS = 25;

    private final Clock clock;

    @Option(names = "--quick", description = "Plants causes in one fleet only.")
    private boolean quick;

    @Option(names = "--more", description = "Plants causes in 25 fleets, which tells what is chance.")
    private boolean more;

    @Option(names = "--write", paramLabel = "FILE", description = "Also puts the tables into this document.")
    private @Nullable Path document;

    RankingCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        int fleets = quick ? 1 : more ? MORE_FLEETS : RankingTrials.FLEETS;
        List<RankingTrials> trials = List.of(RankingTrials.of(200, fleets), RankingTrials.of(87, fleets));
        Report report = Report.of(
                clock,
                quick,
                trials.stream().map(some -> FigureTable.aligned(some.rows())).toList());
        report.lines().forEach(System.out::println);
        if (document != null) {
            report.writeInto(document, "ranking");
        }
        return quick || trials.stream().allMatch(some -> some.areThoseOfTheRecipe() && some.areGood()) ? 0 : 1;
    }
}

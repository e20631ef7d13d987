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

    private static final int PLANTS_A_FLEET = 20;
    private static final int FEW_PLANTS = 4;
    private static final int BY_CHANCE = 10;

    private final Clock clock;

    @Option(names = "--quick", description = "Plants few causes only.")
    private boolean quick;

    @Option(names = "--write", paramLabel = "FILE", description = "Also puts the tables into this document.")
    private @Nullable Path document;

    RankingCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        int plants = quick ? FEW_PLANTS : PLANTS_A_FLEET;
        List<RankingTrials> trials = List.of(RankingTrials.of(200, plants), RankingTrials.of(87, plants));
        Report report = Report.of(
                clock,
                quick,
                trials.stream().map(some -> FigureTable.aligned(some.rows())).toList());
        report.lines().forEach(System.out::println);
        if (document != null) {
            report.writeInto(document, "ranking");
        }
        return trials.stream().allMatch(some -> some.isGood(BY_CHANCE)) ? 0 : 1;
    }
}

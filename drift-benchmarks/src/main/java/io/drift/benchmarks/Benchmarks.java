package io.drift.benchmarks;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: measures Drift and says whether the goals are met. */
@Command(
        name = "benchmarks",
        description = "Measures Drift against the limit of its workload. Ends with 1 if a goal is missed.",
        mixinStandardHelpOptions = true)
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments {@code pipeline}, {@code http}, {@code soak}, {@code siege},
     *     {@code ranking}, {@code scale}, {@code collecting} or {@code standalone}, and options
     */
    public static void main(String[] arguments) {
        CommandLine program = new CommandLine(new Benchmarks());
        program.addSubcommand(new PipelineCommand(Clock.systemUTC()));
        program.addSubcommand(new HttpCommand(Clock.systemUTC()));
        program.addSubcommand(new SoakCommand(Clock.systemUTC()));
        program.addSubcommand(new SiegeCommand(Clock.systemUTC()));
        program.addSubcommand(new RankingCommand(Clock.systemUTC()));
        program.addSubcommand(new ScaleCommand(Clock.systemUTC()));
        program.addSubcommand(new CollectingCommand(Clock.systemUTC()));
        program.addSubcommand(new StandaloneCommand(Clock.systemUTC()));
        System.exit(program.execute(arguments));
    }
}

package io.drift.benchmarks.pipeline;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import io.drift.core.comparison.ComparisonListener;
import io.drift.core.comparison.ComparisonReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link PipelineBenchmark} and holds what it measured against the goals. Other work on the machine comes and goes, so
 * the way and its limit are measured several times in turn; each figure is the median of its rounds, and a ratio that of
 * the ratios within each round.
 */
public final class PipelineFigures {

    private static final int[] SIZES = {20, 100, 200};
    private static final String LIMITS = "limitRead|limitWrite|limitWriteEncoded";
    private static final String WAY = "whole";
    private static final String PARTS = "parse|compare|write";
    /** Until the JVM has compiled what is hot. */
    private static final int WARM_UP_SECONDS = 24;

    private static final int WARM_UP_SECONDS_OF_LIMITS = 4;

    private final List<Collection<RunResult>> rounds;
    private final Collection<RunResult> parts;

    private PipelineFigures(List<Collection<RunResult>> rounds, Collection<RunResult> parts) {
        this.rounds = rounds;
        this.parts = parts;
    }

    /**
     * Measures; JMH tells on the way how far it is.
     *
     * @param quick for a short time only
     * @return the ratios first, then what they are made of
     */
    public static List<Figure> measure(boolean quick) throws RunnerException, IOException {
        List<Collection<RunResult>> rounds = new ArrayList<>();
        for (int round = 0; round < (quick ? 1 : 3); round++) {
            Collection<RunResult> results = new ArrayList<>(run(LIMITS, quick, WARM_UP_SECONDS_OF_LIMITS));
            results.addAll(run(WAY, quick, WARM_UP_SECONDS));
            rounds.add(results);
        }
        PipelineFigures figures = new PipelineFigures(rounds, run(PARTS, quick, WARM_UP_SECONDS / 2));
        List<Figure> all = new ArrayList<>();
        for (int size : SIZES) {
            all.addAll(figures.of(size));
        }
        return all;
    }

    /** In a heap as small as that of a server might be: a larger one is spread over more memory than caches hold. */
    private static Collection<RunResult> run(String benchmarks, boolean quick, int warmUp) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(PipelineBenchmark.class.getName() + "\\.(" + benchmarks + ")$")
                .forks(1)
                .warmupIterations(quick ? 2 : warmUp)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 2 : 4)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-Xms256m", "-Xmx256m")
                .addProfiler(GCProfiler.class);
        return new Runner(options.build()).run();
    }

    private List<Figure> of(int size) throws IOException {
        long cells = cells(size);
        RunResult compared = find(parts, "compare", size);
        double states = secondary(compared, "nanos") / secondary(compared, "comparisons");
        return List.of(
                new Figure(
                        "bytes in to bytes out, to the limit L1",
                        size,
                        toLimit("limitWrite", size),
                        "x",
                        Goal.atMost(1.5, 1.0)),
                Figure.of("  with all texts encoded in the limit", size, toLimit("limitWriteEncoded", size), "x"),
                new Figure("  allocated", size, allocated(size) / cells, "B a cell", Goal.atMost(60, 40)),
                size == 100
                        ? new Figure("  table to states", size, states / cells, "ns a cell", Goal.atMost(10, 4))
                        : Figure.of("  table to states", size, states / cells, "ns a cell"),
                Figure.of("  bytes in to bytes out", size, millis("whole", size), "ms"),
                Figure.of("  L1, reading", size, millis("limitRead", size), "ms"),
                Figure.of("  L1, writing", size, millis("limitWrite", size), "ms"),
                Figure.of("  writing with all texts encoded", size, millis("limitWriteEncoded", size), "ms"),
                Figure.of("  reading", size, partMillis("parse", size), "ms"),
                Figure.of("  comparing, filling the table included", size, partMillis("compare", size), "ms"),
                Figure.of("  writing", size, partMillis("write", size), "ms"));
    }

    private static long cells(int size) throws IOException {
        Pipeline pipeline = new Pipeline();
        ComparisonReport report =
                pipeline.compare(pipeline.parse(Fleet.of(size, Fleet.SEED).answers()), ComparisonListener.NONE);
        return (long) size * report.comparisons().size();
    }

    private double toLimit(String writing, int size) {
        return median(round ->
                micros(round, "whole", size) / (micros(round, "limitRead", size) + micros(round, writing, size)));
    }

    private double millis(String benchmark, int size) {
        return median(round -> micros(round, benchmark, size)) / 1000;
    }

    private double partMillis(String benchmark, int size) {
        return micros(parts, benchmark, size) / 1000;
    }

    private double allocated(int size) {
        return median(round -> secondary(find(round, "whole", size), "gc.alloc.rate.norm"));
    }

    private double median(ToDoubleFunction<Collection<RunResult>> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double micros(Collection<RunResult> round, String benchmark, int size) {
        return find(round, benchmark, size).getPrimaryResult().getScore();
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH did not measure " + name))
                .getValue()
                .getScore();
    }

    private static RunResult find(Collection<RunResult> round, String benchmark, int size) {
        return round.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark)
                        && result.getParams().getParam("systems").equals(Integer.toString(size)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(benchmark + " of " + size + " systems was not measured"));
    }
}

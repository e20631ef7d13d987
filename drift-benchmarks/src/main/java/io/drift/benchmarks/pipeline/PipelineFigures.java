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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link PipelineBenchmark} and holds what it measured against the goals. */
public final class PipelineFigures {

    private static final int[] SIZES = {20, 100, 200};

    private final Collection<RunResult> results;

    private PipelineFigures(Collection<RunResult> results) {
        this.results = results;
    }

    /**
     * Measures; JMH tells on the way how far it is.
     *
     * @param quick for a short time only
     * @return the ratios first, then what they are made of
     */
    public static List<Figure> measure(boolean quick) throws RunnerException, IOException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(PipelineBenchmark.class.getName())
                .forks(1)
                .warmupIterations(quick ? 2 : 6)
                .warmupTime(TimeValue.seconds(quick ? 1 : 2))
                .measurementIterations(quick ? 2 : 6)
                .measurementTime(TimeValue.seconds(quick ? 1 : 2))
                .jvmArgsAppend("-Xms1g", "-Xmx1g")
                .addProfiler(GCProfiler.class);
        PipelineFigures figures = new PipelineFigures(new Runner(options.build()).run());
        List<Figure> all = new ArrayList<>();
        for (int size : SIZES) {
            all.addAll(figures.of(size));
        }
        return all;
    }

    private List<Figure> of(int size) throws IOException {
        long cells = cells(size);
        double limit = micros("limitRead", size) + micros("limitWrite", size);
        double whole = micros("whole", size);
        RunResult compared = find("compare", size);
        double states = secondary(compared, "nanos") / secondary(compared, "comparisons");
        return List.of(
                new Figure("bytes in to bytes out, to the limit", size, whole / limit, "x", Goal.atMost(1.5, 1.0)),
                new Figure("  allocated", size, allocated("whole", size) / cells, "B a cell", Goal.atMost(60, 40)),
                size == 100
                        ? new Figure("  table to states", size, states / cells, "ns a cell", Goal.atMost(10, 4))
                        : Figure.of("  table to states", size, states / cells, "ns a cell"),
                Figure.of("  bytes in to bytes out", size, whole / 1000, "ms"),
                Figure.of("  the limit, reading", size, micros("limitRead", size) / 1000, "ms"),
                Figure.of("  the limit, writing", size, micros("limitWrite", size) / 1000, "ms"),
                Figure.of("  reading", size, micros("parse", size) / 1000, "ms"),
                Figure.of("  comparing, filling the table included", size, micros("compare", size) / 1000, "ms"),
                Figure.of("  writing", size, micros("write", size) / 1000, "ms"));
    }

    private static long cells(int size) throws IOException {
        Pipeline pipeline = new Pipeline();
        ComparisonReport report =
                pipeline.compare(pipeline.parse(Fleet.of(size, Fleet.SEED).answers()), ComparisonListener.NONE);
        return (long) size * report.comparisons().size();
    }

    private double micros(String benchmark, int size) {
        return find(benchmark, size).getPrimaryResult().getScore();
    }

    private double allocated(String benchmark, int size) {
        return secondary(find(benchmark, size), "gc.alloc.rate.norm");
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH did not measure " + name))
                .getValue()
                .getScore();
    }

    private RunResult find(String benchmark, int size) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark)
                        && result.getParams().getParam("systems").equals(Integer.toString(size)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(benchmark + " of " + size + " systems was not measured"));
    }
}

package io.drift.benchmarks.pipeline;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.fleet.InventoryAnswers;
import io.drift.benchmarks.limit.PlainReport;
import io.drift.benchmarks.limit.Tokens;
import io.drift.core.comparison.ComparisonListener;
import io.drift.core.comparison.ComparisonListener.Phase;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.InventorySystem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The way from the answers of the inventory to a report, as a whole and in parts, and the limit beside it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class PipelineBenchmark {

    /** How many systems are compared. */
    @Param({"20", "100", "200"})
    public int systems;

    private final Pipeline pipeline = new Pipeline();
    private final CountedBytes out = new CountedBytes();
    private List<InventoryAnswers> answers;
    private List<InventorySystem> parsed;
    private ComparisonReport report;
    private PlainReport plain;
    private PlainReport encoded;

    @Setup
    public void make() throws IOException {
        answers = Fleet.of(systems, Fleet.SEED).answers();
        parsed = pipeline.parse(answers);
        report = pipeline.compare(parsed, ComparisonListener.NONE);
        plain = new PlainReport(report, false);
        encoded = new PlainReport(report, true);
    }

    /** How long the states take, when the table is filled already. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class States {

        public long nanos;
        public long comparisons;

        @Setup(Level.Iteration)
        public void clear() {
            nanos = 0;
            comparisons = 0;
        }

        Runnable start(Phase phase) {
            if (phase != Phase.SELECT_FACTS && phase != Phase.GROUP_FACTS) {
                return () -> {};
            }
            comparisons += phase == Phase.GROUP_FACTS ? 1 : 0;
            long begin = System.nanoTime();
            return () -> nanos += System.nanoTime() - begin;
        }
    }

    @Benchmark
    public long limitRead() throws IOException {
        return Tokens.count(answers);
    }

    @Benchmark
    public long limitWrite() throws IOException {
        plain.write(out);
        return out.count();
    }

    @Benchmark
    public long limitWriteEncoded() throws IOException {
        encoded.write(out);
        return out.count();
    }

    @Benchmark
    public List<InventorySystem> parse() throws IOException {
        return pipeline.parse(answers);
    }

    @Benchmark
    public ComparisonReport compare(States states) {
        return pipeline.compare(parsed, states::start);
    }

    @Benchmark
    public long write() throws IOException {
        pipeline.write(report, out);
        return out.count();
    }

    @Benchmark
    public long whole() throws IOException {
        pipeline.run(answers, out);
        return out.count();
    }
}

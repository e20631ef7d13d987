package io.drift.benchmarks.pipeline;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.fleet.InventoryAnswers;
import io.drift.core.comparison.ComparisonListener;
import io.drift.core.comparison.ComparisonReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A process that makes reports of more and more systems. */
public final class Growth {

    /** How many systems are compared. */
    static final int[] SIZES = {2, 10, 50, 100, 200, 500, 1000};

    private static final int WARM_UP_CELLS = 20_000_000;

    private final Pipeline pipeline = new Pipeline();
    private final CountedBytes out = new CountedBytes();

    private Growth() {}

    /**
     * Prints a line for each size: systems, cells, microseconds, bytes allocated, bytes alive when the report is known
     * and not yet written.
     *
     * @param arguments how many reports to make of each size, of which the median counts
     */
    public static void main(String[] arguments) throws IOException {
        Growth growth = new Growth();
        growth.warmUp();
        for (int size : SIZES) {
            System.out.println(
                    growth.measure(Fleet.of(size, Fleet.SEED).answers(), size, Integer.parseInt(arguments[0])));
        }
    }

    private void warmUp() throws IOException {
        List<InventoryAnswers> answers = Fleet.of(20, Fleet.SEED).answers();
        for (long cells = 0; cells < WARM_UP_CELLS; cells += cellsOf(reportOf(answers))) {
            pipeline.run(answers, out);
        }
    }

    private String measure(List<InventoryAnswers> answers, int size, int times) throws IOException {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            pipeline.run(answers, out);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        long before = allocated();
        pipeline.run(answers, out);
        long bytes = allocated() - before;
        return String.format(
                Locale.ROOT,
                "%d %d %d %d %d",
                size,
                cellsOf(reportOf(answers)),
                nanos[times / 2] / 1000,
                bytes,
                alive(answers));
    }

    private ComparisonReport reportOf(List<InventoryAnswers> answers) throws IOException {
        return pipeline.compare(pipeline.parse(answers), ComparisonListener.NONE);
    }

    private static long cellsOf(ComparisonReport report) {
        return (long) report.comparisons().size() * report.columns().size();
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    /** What a report keeps in memory, its recordings included. */
    private long alive(List<InventoryAnswers> answers) throws IOException {
        long before = used();
        ComparisonReport report = reportOf(answers);
        long after = used();
        Reference.reachabilityFence(report);
        return after - before;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

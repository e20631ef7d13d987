package io.drift.benchmarks.pipeline;

import io.drift.benchmarks.fleet.InventoryAnswers;
import io.drift.core.comparison.ComparisonListener;
import io.drift.core.source.InventorySystem;
import io.drift.json.ProfileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that makes reports from saved answers, from its very first one on. */
public final class FirstReport {

    private FirstReport() {}

    /**
     * Prints how many nanoseconds each report took, a line each. Answers are read from the folder one call after the
     * other, so that they never stand in memory together.
     *
     * @param arguments the folder; how many reports
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int calls = InventoryAnswers.callsIn(folder);
        for (int report = 0; report < Integer.parseInt(arguments[1]); report++) {
            System.out.println(nanosOfReport(folder, calls));
        }
    }

    private static long nanosOfReport(Path folder, int calls) throws IOException {
        Pipeline pipeline = new Pipeline();
        ProfileReader reader = pipeline.reader();
        CountedBytes out = new CountedBytes();
        List<InventorySystem> systems = new ArrayList<>();
        long nanos = 0;
        for (int call = 0; call < calls; call++) {
            InventoryAnswers answers = InventoryAnswers.load(folder, call);
            long begin = System.nanoTime();
            systems.addAll(pipeline.parse(answers, reader));
            nanos += System.nanoTime() - begin;
        }
        long begin = System.nanoTime();
        pipeline.write(pipeline.compare(systems, ComparisonListener.NONE), out);
        return nanos + System.nanoTime() - begin;
    }
}

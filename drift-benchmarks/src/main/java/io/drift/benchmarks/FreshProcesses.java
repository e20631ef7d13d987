package io.drift.benchmarks;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.pipeline.FirstReport;
import io.drift.benchmarks.pipeline.Growth;
import io.drift.benchmarks.pipeline.SingleDocuments;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is measured in processes that have not made a report yet: the first ones, memory, growth. */
final class FreshProcesses {

    private static final List<String> GROWTH_HEAD =
            List.of("systems", "cells", "ms", "ns a cell", "bytes allocated a cell", "MB alive", "bytes alive a cell");
    private static final int[] HEAPS = {64, 96, 128, 192, 256, 384, 512};

    private final int times;

    FreshProcesses(boolean quick) {
        times = quick ? 3 : 9;
    }

    List<Figure> figures() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        Path folder = Files.createTempDirectory("drift-benchmarks");
        try {
            Fleet.of(20, Fleet.SEED).save(folder);
            System.out.println("first reports of 20 systems in " + times + " fresh processes");
            figures.addAll(firstReports(folder));
            Fleet.of(1000, Fleet.SEED).save(folder);
            System.out.println("the smallest heap for 1000 systems");
            figures.add(
                    new Figure("heap that one report needs", 1000, smallestHeap(folder), "MB", Goal.atMost(256, 128)));
            System.out.println("1000 documents one by one, beside the answers of the inventory");
            figures.add(singleDocuments());
        } finally {
            delete(folder);
        }
        return figures;
    }

    private List<Figure> firstReports(Path folder) throws IOException, InterruptedException {
        List<long[]> runs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            List<String> nanos = JavaProcess.run(List.of(), FirstReport.class, folder, 10)
                    .orElseThrow(() -> new IOException("the process failed"));
            runs.add(nanos.stream().mapToLong(Long::parseLong).toArray());
        }
        return List.of(
                new Figure("first report of a process", 20, medianMillis(runs, 0), "ms", Goal.atMost(300, 150)),
                Figure.of("second report of a process", 20, medianMillis(runs, 1), "ms"),
                Figure.of("tenth report of a process", 20, medianMillis(runs, 9), "ms"));
    }

    private static double medianMillis(List<long[]> runs, int report) {
        long[] sorted = runs.stream().mapToLong(run -> run[report]).sorted().toArray();
        return sorted[sorted.length / 2] / 1e6;
    }

    private static double smallestHeap(Path folder) throws IOException, InterruptedException {
        for (int megabytes : HEAPS) {
            if (JavaProcess.run(List.of("-Xmx" + megabytes + "m"), FirstReport.class, folder, 1)
                    .isPresent()) {
                return megabytes;
            }
        }
        return Double.NaN;
    }

    private Figure singleDocuments() throws IOException, InterruptedException {
        List<String> rounds = JavaProcess.run(List.of("-Xms1g", "-Xmx1g"), SingleDocuments.class, 1000, times)
                .orElseThrow(() -> new IOException("the process failed"));
        double[] ratios = rounds.stream()
                .map(round -> round.split(" "))
                .mapToDouble(nanos -> Double.parseDouble(nanos[1]) / Double.parseDouble(nanos[0]))
                .sorted()
                .toArray();
        return new Figure(
                "documents one by one, to the reader of a request",
                1000,
                ratios[ratios.length / 2],
                "x",
                Goal.atMost(1.3, 1.0));
    }

    /** The rows of a table, its head first. */
    List<List<String>> growth() throws IOException, InterruptedException {
        System.out.println("growth from 2 to 1000 systems");
        Optional<List<String>> lines = JavaProcess.run(List.of("-Xms2g", "-Xmx2g"), Growth.class, times);
        List<List<String>> rows = new ArrayList<>(List.of(GROWTH_HEAD));
        for (String line : lines.orElseThrow(() -> new IOException("the process failed"))) {
            long[] figures =
                    Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray();
            rows.add(row(figures[0], figures[1], figures[2], figures[3], figures[4]));
        }
        return rows;
    }

    private static List<String> row(long systems, long cells, long micros, long allocated, long alive) {
        return List.of(
                Long.toString(systems),
                Long.toString(cells),
                decimal(micros / 1e3),
                decimal(micros * 1e3 / cells),
                decimal((double) allocated / cells),
                decimal(alive / 1e6),
                decimal((double) alive / cells));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

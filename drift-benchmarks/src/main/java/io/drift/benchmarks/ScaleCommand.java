package io.drift.benchmarks;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.scale.FileViews;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.FigureTable;
import io.drift.benchmarks.table.Goal;
import io.drift.benchmarks.table.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures groups, outliers and clusters of many systems in files. */
@Command(
        name = "scale",
        description = "Groups, outliers and clusters of up to 10,000 systems in files, within 512 MB, beside Jackson's"
                + " parser alone.",
        mixinStandardHelpOptions = true)
final class ScaleCommand implements Callable<Integer> {

    /** As who compares so many would start it: nobody waits for a short pause, and all processors are busy anyway. */
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseParallelGC");

    private static final int MANY = 10_000;
    private static final List<Integer> SIZES = List.of(100, 1000, MANY);
    /** In a process, the first included. */
    private static final int ROUNDS = 12;

    private static final List<String> PARTS =
            List.of("  Jackson's parser alone", "  reading and comparing", "  groups", "  outliers", "  clusters");

    private final Clock clock;

    @Option(names = "--quick", description = "Measures up to 1,000 systems only.")
    private boolean quick;

    @Option(names = "--write", paramLabel = "FILE", description = "Also puts the table into this document.")
    private @Nullable Path document;

    ScaleCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Integer> sizes = quick ? SIZES.subList(0, 2) : SIZES;
        List<Figure> figures = new ArrayList<>();
        Path folder = Files.createTempDirectory("drift-scale");
        try {
            FileViews.save(Fleet.of(sizes.get(sizes.size() - 1), Fleet.SEED), folder);
            double before = Double.NaN;
            for (int size : sizes) {
                System.out.println(size + " systems");
                List<long[]> rounds = measure(folder, size);
                figures.addAll(figures(size, rounds));
                double each = rounds.isEmpty() ? Double.NaN : views(median(rounds)) / (double) size;
                if (size > sizes.get(0)) {
                    figures.add(new Figure(
                            "  time a system, to a tenth as many", size, each / before, "x", Goal.atMost(1.25, 1)));
                }
                before = each;
            }
        } finally {
            delete(folder);
        }
        Report report = Report.of(clock, quick, List.of(FigureTable.lines(figures)));
        report.lines().forEach(System.out::println);
        if (document != null) {
            report.writeInto(document, "scale");
        }
        return figures.stream().allMatch(Figure::isGood) ? 0 : 1;
    }

    private static List<long[]> measure(Path folder, int size) throws IOException, InterruptedException {
        return JavaProcess.run(JVM, FileViews.class, folder, size, ROUNDS)
                .map(ScaleCommand::rounds)
                .orElse(List.of());
    }

    /** The first round is the process's first; of the others, in which it is warm, the one with the median ratio counts. */
    private static long[] median(List<long[]> rounds) {
        return rounds.stream()
                .skip(1)
                .sorted(Comparator.comparingDouble(ScaleCommand::ratio))
                .toList()
                .get((ROUNDS - 1) / 2);
    }

    /** The goal is one of many systems: what is done once for all of them does not count there. */
    private static List<Figure> figures(int size, List<long[]> rounds) {
        String what = "groups, outliers and clusters, to the parser";
        if (rounds.isEmpty()) {
            return List.of(new Figure(what, size, Double.NaN, "x", Goal.atMost(3, 2)));
        }
        long[] warm = median(rounds);
        List<Figure> figures = new ArrayList<>();
        figures.add(
                size == MANY
                        ? new Figure(what, size, ratio(warm), "x", Goal.atMost(3, 2))
                        : Figure.of(what, size, ratio(warm), "x"));
        figures.add(Figure.of("  processor time of all threads, to the parser", size, ratioOfProcessorTime(warm), "x"));
        figures.add(Figure.of("  in the first run of a process", size, millis(views(rounds.get(0))), "ms"));
        figures.add(Figure.of("  after warm-up", size, millis(views(warm)), "ms"));
        for (int part = 0; part < PARTS.size(); part++) {
            figures.add(Figure.of(PARTS.get(part), size, millis(warm[part]), "ms"));
        }
        return figures;
    }

    private static List<long[]> rounds(List<String> lines) {
        return lines.stream()
                .map(line ->
                        Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray())
                .toList();
    }

    private static double ratio(long[] round) {
        return views(round) / (double) round[0];
    }

    /** Where other work takes the processors, this says more than the time that passes. */
    private static double ratioOfProcessorTime(long[] round) {
        return round[PARTS.size() + 1] / (double) round[PARTS.size()];
    }

    private static long views(long[] round) {
        return LongStream.of(Arrays.copyOfRange(round, 1, PARTS.size())).sum();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

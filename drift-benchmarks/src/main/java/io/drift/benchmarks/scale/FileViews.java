package io.drift.benchmarks.scale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.OperatingSystemMXBean;
import io.drift.benchmarks.fleet.Fleet;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.InventorySystem;
import io.drift.json.SystemReader;
import io.drift.json.ViewJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that writes groups, outliers and clusters of the systems in files, each file one system, as JSON. */
public final class FileViews {

    private static final JsonFactory JSON = new JsonFactory();

    /** So many warm up as much as all do. */
    private static final int MOST_TO_WARM_UP = 1000;
    /** The process is warm when for so many seconds the compilers had little to do, or else after so long. */
    private static final int CALM_SECONDS = 5;

    private static final int MOST_SECONDS = 120;
    private static final double CALM = 0.02;

    private final List<Path> files;

    private FileViews(List<Path> files) {
        this.files = files;
    }

    /**
     * Prints a line for the first round of the process, and for each of some more once it is warm: nanoseconds of Jackson's
     * parser alone, of reading and comparing, of writing groups, of outliers, of clusters; and of processor time of the first
     * and of all others.
     *
     * @param arguments the folder; how many files; how many rounds
     */
    public static void main(String[] arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < Integer.parseInt(arguments[1]); number++) {
            files.add(file(Path.of(arguments[0]), number));
        }
        FileViews views = new FileViews(files);
        System.out.println(views.round());
        new FileViews(files.subList(0, Math.min(MOST_TO_WARM_UP, files.size()))).warmUp();
        for (int round = 1; round < Integer.parseInt(arguments[2]); round++) {
            System.out.println(views.round());
        }
    }

    private void warmUp() throws IOException {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        int calm = 0;
        while (calm < CALM_SECONDS && System.nanoTime() < end) {
            long begin = System.nanoTime();
            long compiledBefore = compilers.getTotalCompilationTime();
            while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(1)) {
                round();
            }
            long compiled = TimeUnit.MILLISECONDS.toNanos(compilers.getTotalCompilationTime() - compiledBefore);
            calm = compiled < CALM * (System.nanoTime() - begin) ? calm + 1 : 0;
        }
    }

    private String round() throws IOException {
        long begin = processorTime();
        long parsed = parse();
        long between = processorTime();
        String measured = measure();
        return parsed + measured + " " + (between - begin) + " " + (processorTime() - between);
    }

    /** Of all threads of the process, those that collect garbage and compile too. */
    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Writes each system of a fleet into a file of its own. */
    public static void save(Fleet fleet, Path folder) throws IOException {
        int number = 0;
        for (byte[] document : fleet.documents()) {
            Files.write(file(folder, number++), document);
        }
    }

    private static Path file(Path folder, int number) {
        return folder.resolve(number + ".json");
    }

    private long parse() throws IOException {
        long begin = System.nanoTime();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file);
                    JsonParser parser = JSON.createParser(in)) {
                while (parser.nextToken() != null) {
                    // only the time counts
                }
            }
        }
        return System.nanoTime() - begin;
    }

    private String measure() throws IOException {
        long begin = System.nanoTime();
        ComparisonReport report = Comparison.of(read()).report();
        long read = System.nanoTime();
        ViewJson.groups().write(report, OutputStream.nullOutputStream());
        long grouped = System.nanoTime();
        ViewJson.outliers().write(report, OutputStream.nullOutputStream());
        long ranked = System.nanoTime();
        ViewJson.clusters().write(report, OutputStream.nullOutputStream());
        long clustered = System.nanoTime();
        return " " + (read - begin) + " " + (grouped - read) + " " + (ranked - grouped) + " " + (clustered - ranked);
    }

    /** As the command line does: at the same time on all processors. */
    private List<InventorySystem> read() {
        SystemReader reader = new SystemReader();
        return files.parallelStream().map(file -> read(file, reader)).toList();
    }

    private static InventorySystem read(Path file, SystemReader reader) {
        try (InputStream in = Files.newInputStream(file)) {
            return reader.read(file.getFileName().toString(), in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

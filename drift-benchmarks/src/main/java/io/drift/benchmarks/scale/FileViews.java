package io.drift.benchmarks.scale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.drift.benchmarks.fleet.Fleet;
import io.drift.core.analysis.Clusters;
import io.drift.core.analysis.Outlier;
import io.drift.core.analysis.Outliers;
import io.drift.core.analysis.ValueGroups;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.InventorySystem;
import io.drift.json.SystemReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that makes groups, outliers and clusters of the systems in files, each file one system. */
public final class FileViews {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Path> files;

    private FileViews(List<Path> files) {
        this.files = files;
    }

    /**
     * Prints a line for each round, from the first of the process on: nanoseconds of Jackson's parser alone, of reading and
     * comparing, of groups, of outliers, of clusters.
     *
     * @param arguments the folder; how many files; how many rounds
     */
    public static void main(String[] arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < Integer.parseInt(arguments[1]); number++) {
            files.add(file(Path.of(arguments[0]), number));
        }
        FileViews views = new FileViews(files);
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            System.out.println(views.parse() + views.measure());
        }
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
        long values = 0;
        for (var fact : ValueGroups.of(report).facts()) {
            values += fact.values().size();
        }
        long grouped = System.nanoTime();
        for (Outlier outlier : Outliers.of(report).list()) {
            values += outlier.reasons().size();
        }
        long ranked = System.nanoTime();
        for (var group : Clusters.of(report).groups()) {
            values += group.clusters().size();
        }
        long clustered = System.nanoTime();
        if (values == 0) {
            throw new IOException("nothing was found");
        }
        return " " + (read - begin) + " " + (grouped - read) + " " + (ranked - grouped) + " " + (clustered - ranked);
    }

    private List<InventorySystem> read() throws IOException {
        SystemReader reader = new SystemReader();
        List<InventorySystem> systems = new ArrayList<>(files.size());
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                systems.add(reader.read(file.getFileName().toString(), in));
            }
        }
        return systems;
    }
}

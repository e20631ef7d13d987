package io.drift.benchmarks.pipeline;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.fleet.InventoryAnswers;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonListener;
import io.drift.core.profile.Reading;
import io.drift.core.source.InventorySystem;
import io.drift.json.SystemReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that reads the same systems in two ways, and compares them: from the answers of the inventory with the reader
 * that a request shares, and from a document for each with the reader that files and embedders use. Both read exactly, so
 * that only the ways differ.
 */
public final class SingleDocuments {

    private static final int WARM_UP = 3;

    private final Pipeline pipeline = new Pipeline(Reading.EXACT);
    private final List<InventoryAnswers> answers;
    private final List<byte[]> documents;

    private SingleDocuments(Fleet fleet) {
        answers = fleet.answers();
        documents = fleet.documents();
    }

    /**
     * Prints a line for each round: nanoseconds of the shared reader, and of single documents, comparing included.
     *
     * @param arguments how many systems, and how many rounds
     */
    public static void main(String[] arguments) throws IOException {
        SingleDocuments both = new SingleDocuments(Fleet.of(Integer.parseInt(arguments[0]), Fleet.SEED));
        for (int round = -WARM_UP; round < Integer.parseInt(arguments[1]); round++) {
            long shared = both.ofAnswers();
            long single = both.ofDocuments();
            if (round >= 0) {
                System.out.println(shared + " " + single);
            }
        }
    }

    private long ofAnswers() throws IOException {
        long begin = System.nanoTime();
        pipeline.compare(pipeline.parse(answers), ComparisonListener.NONE);
        return System.nanoTime() - begin;
    }

    private long ofDocuments() throws IOException {
        long begin = System.nanoTime();
        SystemReader reader = new SystemReader();
        List<InventorySystem> systems = new ArrayList<>(documents.size());
        for (byte[] document : documents) {
            systems.add(reader.read("system " + systems.size(), new ByteArrayInputStream(document)));
        }
        Comparison.of(systems).report();
        return System.nanoTime() - begin;
    }
}

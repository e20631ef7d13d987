package io.drift.benchmarks.collecting;

import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import io.drift.collector.Collection;
import io.drift.collector.HostDraft;
import io.drift.collector.MachineReader;
import io.drift.json.SystemReader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A collection becomes a profile, beside a bare pass over its lines, in turn. */
public final class CollectionFigures {

    private static final int A_ROUND = 20;
    private static final int WARM_UP = 60;

    private final byte[] collection = InventedCollection.bytes();
    private final byte[] document;
    private final int rounds;
    private long seen; // or the compiler might leave out what nobody looks at

    /**
     * A run.
     *
     * @param quick for a short time only
     */
    public CollectionFigures(boolean quick) throws IOException {
        rounds = quick ? 21 : 101;
        document = host().line().getBytes(StandardCharsets.UTF_8);
    }

    /** What one round took, in nanoseconds for one collection. */
    private record Round(double lines, double profile, double facts) {

        double ratio() {
            return profile / lines;
        }
    }

    @FunctionalInterface
    private interface Step {
        long once() throws IOException;
    }

    /** Measures; the round with the median ratio counts. */
    public List<Figure> measure() throws IOException {
        List<Round> all = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            Round one = new Round(time(this::lines), time(this::profile), time(this::facts));
            if (round >= 0) {
                all.add(one);
            }
        }
        all.sort(Comparator.comparingDouble(Round::ratio));
        Round median = all.get(rounds / 2);
        return List.of(
                Figure.of("size of the collection", 1, collection.length / 1e3, "KB"),
                new Figure(
                        "collection to profile, to a pass over its lines", 1, median.ratio(), "x", Goal.atMost(3, 2)),
                Figure.of("  a pass over its lines", 1, median.lines() / 1e6, "ms"),
                Figure.of("  collection to profile", 1, median.profile() / 1e6, "ms"),
                Figure.of("  profile to facts, by way of JSON", 1, median.facts() / 1e6, "ms"));
    }

    private double time(Step step) throws IOException {
        long begin = System.nanoTime();
        for (int i = 0; i < A_ROUND; i++) {
            seen += step.once();
        }
        return (double) (System.nanoTime() - begin) / A_ROUND;
    }

    /** What anybody pays who wants to see each line. */
    private long lines() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(collection), StandardCharsets.UTF_8));
        long length = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            length += line.length();
        }
        return length;
    }

    private HostDraft host() throws IOException {
        return MachineReader.read(
                Collection.parse(new ByteArrayInputStream(collection)).sections());
    }

    private long profile() throws IOException {
        return host().document().size();
    }

    private long facts() throws IOException {
        return new SystemReader().readFile(new ByteArrayInputStream(document)).size();
    }
}

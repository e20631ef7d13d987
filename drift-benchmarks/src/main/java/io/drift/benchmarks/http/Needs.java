package io.drift.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server needs in a minute: the median of many looks, since what is in flight has its part in each of them. Nothing
 * is collected for it, which would be seen in the times of the answers.
 */
final class Needs {

    /** As {@code -Xlog:gc} writes it: {@code [12.345s] GC(7) Pause Young (Normal) (G1 Evacuation Pause) 120M->45M(256M) 3.2ms}. */
    private static final Pattern COLLECTION = Pattern.compile("\\[([0-9.]+)s\\].* [0-9]+M->([0-9]+)M\\(.*");

    private final RunningServer server;
    private final Path collections;
    private final double begin;
    private final double end;
    private final List<Double> threads = new ArrayList<>();

    /**
     * The needs of a minute to come.
     *
     * @param server who has them
     * @param collections its collector's log, with the time since the start of its JVM
     * @param in when the minute begins
     * @param length how long it is
     */
    Needs(RunningServer server, Path collections, Duration in, Duration length) {
        this.server = server;
        this.collections = collections;
        this.begin = server.uptime().plus(in).toNanos() / 1e9;
        this.end = begin + length.toNanos() / 1e9;
    }

    private boolean isWithin(double uptime) {
        return uptime >= begin && uptime < end;
    }

    /** Looks at it now; to be called often. */
    void look() {
        if (isWithin(server.uptime().toNanos() / 1e9)) {
            threads.add(server.threads());
        }
    }

    /** How many threads it had; not a number if nobody could tell. */
    double threads() {
        return median(threads.stream());
    }

    /** How many MB of its heap were used behind a collection; not a number if there was none. */
    double heapMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(collections)) {
            return median(lines.map(COLLECTION::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> isWithin(Double.parseDouble(line.group(1))))
                    .map(line -> Double.parseDouble(line.group(2))));
        }
    }

    private static double median(Stream<Double> some) {
        double[] sorted = some.mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}

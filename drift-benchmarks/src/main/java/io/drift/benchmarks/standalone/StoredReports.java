package io.drift.benchmarks.standalone;

import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import io.drift.core.comparison.Comparison;
import io.drift.core.source.InventorySystem;
import io.drift.json.ReportJson;
import io.drift.json.SystemReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reports of kept systems over HTTP, beside reading, comparing and writing the same documents in one process, in turn. */
final class StoredReports {

    private final OwnServer server;
    private final List<String> ids;
    private final List<byte[]> documents;

    StoredReports(OwnServer server, int systems) throws IOException {
        this.server = server;
        this.ids = server.ids(1, systems);
        this.documents = server.documents(ids);
    }

    private record Round(long inProcess, long overHttp) {

        double ratio() {
            return (double) overHttp / inProcess;
        }
    }

    List<Figure> measure(int warmUp, int rounds) throws IOException {
        List<Round> all = new ArrayList<>();
        for (int round = -warmUp; round < rounds; round++) {
            Round one = new Round(inProcess(), server.report(ids));
            if (round >= 0) {
                all.add(one);
            }
        }
        all.sort(Comparator.comparingDouble(Round::ratio));
        Round median = all.get(rounds / 2);
        return List.of(
                new Figure(
                        "report over HTTP, to the same in one process",
                        ids.size(),
                        median.ratio(),
                        "x",
                        Goal.atMost(1.3, 1.1)),
                Figure.of("  over HTTP", ids.size(), median.overHttp() / 1e6, "ms"),
                Figure.of("  in one process", ids.size(), median.inProcess() / 1e6, "ms"));
    }

    private long inProcess() throws IOException {
        long begin = System.nanoTime();
        SystemReader reader = new SystemReader();
        List<InventorySystem> systems = new ArrayList<>(documents.size());
        for (byte[] document : documents) {
            systems.add(reader.read("system " + systems.size(), new ByteArrayInputStream(document)));
        }
        new ReportJson().write(Comparison.of(systems).report(), OutputStream.nullOutputStream());
        return System.nanoTime() - begin;
    }
}

package io.drift.benchmarks.standalone;

import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import io.drift.core.comparison.Comparison;
import io.drift.core.source.InventorySystem;
import io.drift.json.HostDocument;
import io.drift.json.ReportJson;
import io.drift.json.SystemReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reports of kept systems over HTTP, beside reading, comparing and writing the same documents in one process, on one thread,
 * in turn. The server holds what it has read last, so reports are measured of systems that were not asked for in a long
 * time, and of the same ones again.
 */
final class StoredReports {

    /** Together they have more bytes than the server holds, so that going through them in turn meets none that it holds. */
    private static final int GROUPS = 20;

    private final OwnServer server;
    private final int systems;
    private final List<Group> groups = new ArrayList<>();

    StoredReports(OwnServer server, int systems) throws IOException {
        this.server = server;
        this.systems = systems;
        for (int page = 1; page <= GROUPS; page++) {
            List<String> ids = server.ids(page, systems);
            List<byte[]> documents = server.documents(ids);
            List<byte[]> kept = new ArrayList<>();
            for (byte[] document : documents) {
                kept.add(PlainStore.deflated(document));
            }
            groups.add(new Group(ids, documents, kept));
        }
    }

    /** Systems that are compared with each other. */
    private record Group(List<String> ids, List<byte[]> documents, List<byte[]> kept) {

        void report(OutputStream out) throws IOException {
            SystemReader reader = new SystemReader();
            List<InventorySystem> systems = new ArrayList<>(documents.size());
            for (byte[] document : documents) {
                for (HostDocument host : reader.readAll(new ByteArrayInputStream(document))) {
                    systems.add(InventorySystem.of(Objects.requireNonNull(host.host()), host.profile(), host.tags()));
                }
            }
            new ReportJson().write(Comparison.of(systems).report(), out);
        }

        long inProcess() throws IOException {
            long begin = System.nanoTime();
            report(OutputStream.nullOutputStream());
            return System.nanoTime() - begin;
        }

        /** How long it takes, on one thread, to get the documents from the form in which they are kept. */
        long inflating() throws IOException {
            long begin = System.nanoTime();
            for (int i = 0; i < kept.size(); i++) {
                inflate(kept.get(i), documents.get(i).length);
            }
            return System.nanoTime() - begin;
        }

        private static void inflate(byte[] deflated, int length) throws IOException {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(deflated);
                inflater.inflate(new byte[length]);
            } catch (DataFormatException impossible) {
                throw new IOException("it was deflated a moment ago", impossible);
            } finally {
                inflater.end();
            }
        }

        /** Both ways must do the same work. */
        void refuseIfDifferent(OwnServer server) throws IOException {
            ByteArrayOutputStream report = new ByteArrayOutputStream();
            report(report);
            if (!Arrays.equals(report.toByteArray(), server.answer(ids))) {
                throw new IOException(
                        "the report over HTTP is not the one that was made of the same documents in one process");
            }
        }
    }

    private record Round(long inProcess, long inflating, long overHttp) {

        double ratio() {
            return (double) overHttp / inProcess;
        }
    }

    /** One group after the other, and then one of them again and again. */
    List<Figure> measure(int warmUp, int rounds) throws IOException {
        groups.get(0).refuseIfDifferent(server);
        List<Figure> figures = new ArrayList<>();
        List<Round> before = rounds(GROUPS, warmUp, rounds);
        figures.addAll(figures("report of systems not asked for before", before));
        figures.add(new Figure(
                "  to inflating them and the same",
                systems,
                median(before.stream()
                        .map(round -> (double) round.overHttp() / (round.inProcess() + round.inflating()))
                        .sorted()
                        .toList()),
                "x",
                Goal.atMost(1.3, 1.1)));
        figures.addAll(figures("report of the same systems again", rounds(1, warmUp / 2, rounds)));
        return figures;
    }

    private static <T> T median(List<T> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private List<Round> rounds(int inTurn, int warmUp, int rounds) throws IOException {
        List<Round> all = new ArrayList<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            Group group = groups.get(round % inTurn);
            Round one = new Round(group.inProcess(), group.inflating(), server.report(group.ids()));
            if (round >= warmUp) {
                all.add(one);
            }
        }
        all.sort(Comparator.comparingDouble(Round::ratio));
        return all;
    }

    private List<Figure> figures(String what, List<Round> sorted) {
        Round median = median(sorted);
        return List.of(
                new Figure(what + ", to one process", systems, median.ratio(), "x", Goal.atMost(1.3, 1.1)),
                Figure.of("  over HTTP", systems, median.overHttp() / 1e6, "ms"),
                Figure.of("  in one process", systems, median.inProcess() / 1e6, "ms"));
    }
}

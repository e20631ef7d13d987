package io.drift.benchmarks.http;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.table.FigureTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Two jars of the server, asked in turn in one run: on a machine whose speed changes, only what was measured a moment
 * apart can be held against each other.
 */
public final class PairedServers {

    private static final int SYSTEMS = 1000;
    private static final int CLIENTS = 4;
    private static final Duration FIRST = Duration.ofSeconds(8);

    private final String java;
    private final Path before;
    private final Path after;
    private final int turns;
    private final Duration turn;
    private final Duration warmUp;
    private final List<String> ids = Fleet.of(SYSTEMS, Fleet.SEED).ids();
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A run.
     *
     * @param java the java command
     * @param before the jar that was
     * @param after the jar that is
     * @param quick for a short time only
     */
    public PairedServers(String java, Path before, Path after, boolean quick) {
        this.java = java;
        this.before = before;
        this.after = after;
        this.turns = quick ? 9 : 25;
        this.turn = Duration.ofSeconds(2);
        this.warmUp = Duration.ofSeconds(quick ? 80 : 120);
    }

    /**
     * Measures and tells on the way how far it is.
     *
     * @return the lines of a table
     */
    public List<String> measure() throws IOException, InterruptedException {
        rows.add(List.of("median of turns", "N", "before", "after", "unit", "after/before", "quarters"));
        try (Services services = Services.start(java, SYSTEMS, 0)) {
            settled(services.port());
            fresh(services.port());
        }
        return FigureTable.aligned(rows);
    }

    private void settled(int services) throws IOException, InterruptedException {
        try (RunningServer one = RunningServer.start(List.of(java), before, services);
                RunningServer other = RunningServer.start(List.of(java), after, services)) {
            for (int systems : new int[] {2, 20}) {
                List<String> asked = ids.subList(0, systems);
                System.out.println("reports of " + systems + " systems: " + turns + " turns each");
                takeTurns(one, other, asked, (int) (warmUp.toNanos() / turn.toNanos()));
                List<Turn> measured = takeTurns(one, other, asked, turns);
                add("processor time a report", systems, "ms", measured, Load.Result::cpuMillisAReport);
                add("reports a second", systems, "1/s", measured, Load.Result::reportsASecond);
            }
        }
    }

    /**
     * Asks both in turn. They take turns while they warm up, too: whoever had been warmed up first would go on compiling
     * while the other one is asked, and have less left to compile when it counts.
     */
    private List<Turn> takeTurns(RunningServer one, RunningServer other, List<String> asked, int times)
            throws IOException, InterruptedException {
        List<Turn> taken = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            if (i % 2 == 0) {
                Load.Result first = Load.run(one, asked, CLIENTS, turn);
                taken.add(new Turn(first, Load.run(other, asked, CLIENTS, turn)));
            } else {
                Load.Result first = Load.run(other, asked, CLIENTS, turn);
                taken.add(new Turn(Load.run(one, asked, CLIENTS, turn), first));
            }
        }
        return taken;
    }

    private void fresh(int services) throws IOException, InterruptedException {
        List<String> asked = ids.subList(0, 2);
        List<Turn> measured = new ArrayList<>();
        for (int i = 0; i < turns / 3; i++) {
            measured.add(new Turn(first(before, asked, services), first(after, asked, services)));
        }
        add("reports a second, first 8 s", 2, "1/s", measured, Load.Result::reportsASecond);
    }

    private Load.Result first(Path jar, List<String> asked, int services) throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.start(List.of(java), jar, services)) {
            return Load.run(server, asked, CLIENTS, FIRST);
        }
    }

    /** What both did a moment apart. */
    private record Turn(Load.Result before, Load.Result after) {}

    private void add(String what, int systems, String unit, List<Turn> turns, ToDoubleFunction<Load.Result> figure) {
        double[] ratios = turns.stream()
                .mapToDouble(turn -> figure.applyAsDouble(turn.after) / figure.applyAsDouble(turn.before))
                .sorted()
                .toArray();
        rows.add(List.of(
                what,
                Integer.toString(systems),
                FigureTable.number(median(turns.stream().map(Turn::before).toList(), figure)),
                FigureTable.number(median(turns.stream().map(Turn::after).toList(), figure)),
                unit,
                String.format(Locale.ROOT, "%.2f", ratios[ratios.length / 2]),
                String.format(Locale.ROOT, "%.2f-%.2f", ratios[ratios.length / 4], ratios[ratios.length * 3 / 4])));
    }

    private static double median(List<Load.Result> results, ToDoubleFunction<Load.Result> figure) {
        return results.stream().mapToDouble(figure).sorted().toArray()[results.size() / 2];
    }
}

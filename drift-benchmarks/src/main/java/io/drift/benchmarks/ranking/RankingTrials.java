package io.drift.benchmarks.ranking;

import io.drift.benchmarks.ranking.Cause.Plant;
import io.drift.core.comparison.ComparisonReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Plants causes of each kind, one at a time, and looks where each method ranks them. */
public final class RankingTrials {

    private static final int FLEETS = 20;
    private static final int LARGE = 200;

    private final int machines;
    private final Map<Cause, Map<Method, List<Integer>>> ranks = new EnumMap<>(Cause.class);

    private RankingTrials(int machines) {
        this.machines = machines;
    }

    /**
     * Plants and ranks.
     *
     * @param machines how many machines each fleet has, 200 or 87
     * @param plants how many causes of a kind are planted in each of the fleets
     */
    public static RankingTrials of(int machines, int plants) {
        RankingTrials trials = new RankingTrials(machines);
        IntStream.rangeClosed(1, FLEETS).forEach(seed -> trials.run(seed, plants));
        return trials;
    }

    private void run(int seed, int plants) {
        RoleFleet fleet = RoleFleet.of(machines, seed);
        PlantedReport reports = new PlantedReport(fleet);
        Random random = new Random(seed * 1000L + machines);
        for (Cause cause : Cause.values()) {
            for (int i = 0; i < plants; i++) {
                Plant plant = cause.plant(fleet, random);
                ComparisonReport report = reports.with(plant);
                for (Method method : Method.values()) {
                    ranks.computeIfAbsent(cause, any -> new EnumMap<>(Method.class))
                            .computeIfAbsent(method, any -> new ArrayList<>())
                            .add(method.rank(report, plant.machine(), plant.fact()));
                }
            }
        }
    }

    private int percent(Cause cause, Method method, int atMost) {
        List<Integer> some = ranks.get(cause).get(method);
        return (int) (100 * some.stream().filter(rank -> rank <= atMost).count() / some.size());
    }

    /** The rows of a table, its head first. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "one machine of " + machines,
                Method.SHARES.words,
                Method.PEER_PRESSURE.words,
                "prototype",
                Method.PROTOTYPE.words,
                Method.DRIFT.words));
        for (Cause cause : Cause.values()) {
            List<String> row = new ArrayList<>(List.of(cause.words));
            for (Method method : Method.values()) {
                row.add(percent(cause, method, 1) + "/" + percent(cause, method, 3));
            }
            int first = cause.prototype(isLarge(), true);
            row.add(
                    1 + Method.PEER_PRESSURE.ordinal() + 1,
                    first == 0 ? "" : first + "/" + cause.prototype(isLarge(), false));
            rows.add(row);
        }
        return rows;
    }

    private boolean isLarge() {
        return machines >= LARGE;
    }

    /** Whether no kind is found less often than by the prototype, but for so many of a hundred by chance. */
    public boolean isGood(int chance) {
        return IntStream.range(0, Cause.values().length)
                .mapToObj(number -> Cause.values()[number])
                .allMatch(cause -> percent(cause, Method.DRIFT, 1) >= cause.prototype(isLarge(), true) - chance
                        && percent(cause, Method.DRIFT, 3) >= cause.prototype(isLarge(), false) - chance);
    }
}

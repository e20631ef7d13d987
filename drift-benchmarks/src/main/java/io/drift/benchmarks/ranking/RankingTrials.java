package io.drift.benchmarks.ranking;

import io.drift.benchmarks.ranking.Cause.Plant;
import io.drift.core.comparison.ComparisonReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plants causes of each kind, one at a time, and looks where each method ranks them. Fleets and causes are those of the
 * recipe, so that the prototype finds as many of them as it is known to.
 */
public final class RankingTrials {

    /** In so many fleets, with so many causes of a kind in each, the prototype found what {@link Cause} says. */
    public static final int FLEETS = 5;

    private static final int PLANTS = 20;
    private static final int LARGE = 200;
    private static final int FEW = 3;
    private static final EnumSet<Cause> SHARED =
            EnumSet.of(Cause.MISSING_FROM_SOME, Cause.SERVICE_OF_SOME, Cause.SHARED_BY_SOME);

    private final int machines;
    private final Map<Cause, Map<Method, List<Integer>>> ranks = new EnumMap<>(Cause.class);

    private RankingTrials(int machines) {
        this.machines = machines;
    }

    /**
     * Plants and ranks.
     *
     * @param machines how many machines each fleet has, 200 or 87
     * @param fleets in how many fleets, each of them with 20 causes of a kind
     */
    public static RankingTrials of(int machines, int fleets) {
        RankingTrials trials = new RankingTrials(machines);
        IntStream.rangeClosed(1, fleets).forEach(trials::run);
        return trials;
    }

    private void run(int seed) {
        RoleFleet fleet = RoleFleet.of(machines, seed);
        PlantedReport reports = new PlantedReport(fleet);
        PythonRandom random = PythonRandom.of("trial/" + machines + "/" + seed);
        for (Cause cause : Cause.values()) {
            for (int i = 0; i < PLANTS; i++) {
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

    /** How many of the causes of a kind a method finds, of a hundred; the same ones whatever else is asked for. */
    private double percent(Cause cause, Method method, int atMost, int causes) {
        List<Integer> some = ranks.get(cause).get(method).subList(0, causes);
        return 100.0 * some.stream().filter(rank -> rank <= atMost).count() / causes;
    }

    private String percents(Cause cause, Method method, int causes) {
        return Math.round(percent(cause, method, 1, causes)) + "/" + Math.round(percent(cause, method, FEW, causes));
    }

    private int causes() {
        return ranks.get(Cause.MISSING).get(Method.DRIFT).size();
    }

    /** The rows of a table, its head first. */
    public List<List<String>> rows() {
        int few = FLEETS * PLANTS;
        boolean more = causes() > few;
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("one machine of " + machines));
        for (Method method : Method.values()) {
            head.add(method.words);
        }
        if (more) {
            head.addAll(List.of("prototype, of " + causes(), "Drift, of " + causes()));
        }
        rows.add(head);
        for (Cause cause : Cause.values()) {
            List<String> row = new ArrayList<>(List.of(cause.words));
            for (Method method : Method.values()) {
                row.add(percents(cause, method, Math.min(few, causes())));
            }
            if (more) {
                row.add(percents(cause, Method.PROTOTYPE, causes()));
                row.add(percents(cause, Method.DRIFT, causes()));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Whether fleets and causes are those of the recipe: the prototype finds as many as it is known to. */
    public boolean areThoseOfTheRecipe() {
        boolean large = machines >= LARGE;
        return Stream.of(Cause.values())
                .allMatch(cause -> percent(cause, Method.PROTOTYPE, 1, FLEETS * PLANTS) == cause.prototype(large, true)
                        && percent(cause, Method.PROTOTYPE, FEW, FLEETS * PLANTS) == cause.prototype(large, false));
    }

    /** Whether no kind is found less often than by the prototype. What some others do too cannot be told from noise. */
    public boolean areGood() {
        return EnumSet.complementOf(SHARED).stream().allMatch(cause -> isGood(cause, 1) && isGood(cause, FEW));
    }

    private boolean isGood(Cause cause, int atMost) {
        return percent(cause, Method.DRIFT, atMost, FLEETS * PLANTS)
                >= percent(cause, Method.PROTOTYPE, atMost, FLEETS * PLANTS);
    }
}

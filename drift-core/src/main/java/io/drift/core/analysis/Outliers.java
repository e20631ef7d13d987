package io.drift.core.analysis;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.FactName;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which machine is the odd one, and why. Machines that have much in common are peers; a machine is odd where it deviates from
 * its peers as few others of the fleet do. What was not looked at is not known, and makes no machine odd. Immutable; the same
 * report gives the same outliers.
 *
 * <pre>{@code
 * Outliers outliers = Outliers.of(report);
 * for (Outlier outlier : outliers.list()) {
 *     System.out.println(report.columns().get(outlier.column()).name() + " " + outlier.reasons());
 * }
 * }</pre>
 */
public final class Outliers {

    /** Among fewer machines nobody can tell what is usual. */
    public static final int FEWEST_MACHINES = 20;

    private final Fleet fleet;
    private final PeerGroups groups;
    private final MergedReasons[] reasons;
    private final double[] scores;
    /** The machines, the oddest first. */
    private final int[] order;

    private Outliers(Fleet fleet, PeerGroups groups, FleetDeviations deviations) {
        this.fleet = fleet;
        this.groups = groups;
        SharedCauses causes = new SharedCauses(deviations);
        this.reasons = IntStream.range(0, fleet.machines())
                .mapToObj(machine -> new MergedReasons(deviations, machine, groups.groupOf(machine), causes))
                .toArray(MergedReasons[]::new);
        this.scores = Arrays.stream(reasons).mapToDouble(MergedReasons::score).toArray();
        this.order = isTooSmall()
                ? new int[0]
                : IntStream.range(0, scores.length)
                        .boxed()
                        .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                        .mapToInt(machine -> machine)
                        .toArray();
    }

    /**
     * Ranks the machines of a report. Facts are looked at on the threads of the common pool, too.
     *
     * @param report with all of its facts: those that are the same everywhere count too
     * @return none for fewer than {@link #FEWEST_MACHINES}
     */
    public static Outliers of(ComparisonReport report) {
        Fleet fleet = Fleet.of(report);
        boolean tooSmall = fleet.machines() < FEWEST_MACHINES;
        List<LookedAtFact> all = tooSmall
                ? List.of()
                : fleet.facts().parallelStream()
                        .map(fact -> LookedAtFact.of(fact, fleet))
                        .toList();
        List<FleetFact> facts = all.stream()
                .map(LookedAtFact::differing)
                .flatMap(Optional::stream)
                .toList();
        PeerGroups groups = PeerGroups.of(facts, fleet.machines());
        List<Deviations> deviations =
                facts.parallelStream().map(fact -> new Deviations(fact, groups)).toList();
        CategoryRates rates = new CategoryRates(Math.max(1, fleet.machines()));
        Precedents precedents = new Precedents(fleet.machines());
        all.stream().filter(fact -> fact.differing().isEmpty()).forEach(same -> {
            rates.add(same.name(), 0);
            precedents.addSame(same.name(), fleet.machines());
        });
        for (Deviations ofFact : deviations) {
            rates.add(ofFact.fact().name(), ofFact.rate());
            precedents.add(ofFact);
        }
        return new Outliers(fleet, groups, FleetDeviations.of(deviations, rates, precedents, groups));
    }

    /**
     * A fact of the report.
     *
     * @param differing the same as the machines have it, if it differs among them and should not
     */
    private record LookedAtFact(FactName name, Optional<FleetFact> differing) {

        static LookedAtFact of(FactComparison fact, Fleet fleet) {
            boolean mayDiffer = fact.state() == ComparisonState.SAME || !fact.isExpectedToAgree();
            return new LookedAtFact(
                    fact.fact(),
                    mayDiffer ? Optional.empty() : Optional.of(fleet.fact(fact)).filter(FleetFact::differs));
        }
    }

    private boolean isTooSmall() {
        return fleet.machines() < FEWEST_MACHINES;
    }

    /**
     * How many machines were looked at.
     *
     * @return those without a profile do not count
     */
    public int machines() {
        return fleet.machines();
    }

    /**
     * Why there are none.
     *
     * @return a sentence without a full stop; empty if there are enough machines
     */
    public Optional<String> whyNone() {
        return isTooSmall()
                ? Optional.of(
                        (fleet.machines() == 1 ? "there is 1 machine" : "there are " + fleet.machines() + " machines")
                                + ": outliers are ranked among " + FEWEST_MACHINES
                                + " or more, since fewer do not tell what is usual; look at the groups of values")
                : Optional.empty();
    }

    /**
     * The groups of peers.
     *
     * @return the largest first; empty if there are too few machines
     */
    public List<MachineGroup> groups() {
        return IntStream.range(0, isTooSmall() ? 0 : groups.size())
                .mapToObj(group -> new MachineGroup(
                        groups.members(group).stream()
                                .map(fleet::column)
                                .boxed()
                                .toList(),
                        groups.facts(group)))
                .toList();
    }

    /**
     * The machines, the oddest first.
     *
     * @return a view, whose reasons are worked out while it is read; machines of one rank are in the order of the columns
     */
    public List<Outlier> list() {
        int[] ranks = new int[order.length];
        for (int place = 0; place < ranks.length; place++) {
            boolean tied = place > 0 && scores[order[place]] == scores[order[place - 1]];
            ranks[place] = tied ? ranks[place - 1] : place + 1;
        }
        return new AbstractList<>() {
            @Override
            public Outlier get(int place) {
                int machine = order[place];
                return new Outlier(ranks[place], fleet.column(machine), scores[machine], reasons[machine].reasons());
            }

            @Override
            public int size() {
                return order.length;
            }
        };
    }

    @Override
    public String toString() {
        return "Outliers among " + fleet.machines() + " machines " + Arrays.toString(order);
    }
}

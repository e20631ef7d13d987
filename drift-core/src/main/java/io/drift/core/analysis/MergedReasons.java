package io.drift.core.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * The deviations of one machine, those together that have one cause: packages with the same change, and facts that deviate on
 * the same machines, two or more.
 */
final class MergedReasons {

    private static final int BEST = 3;

    private final FleetDeviations deviations;
    private final int group;
    private final int[] places;
    /** For each place, the first with the same cause. */
    private final int[] causes;

    MergedReasons(FleetDeviations deviations, int machine, int group, SharedCauses shared) {
        this.deviations = deviations;
        this.group = group;
        this.places = deviations.of(machine);
        this.causes = shared.of(places, group);
    }

    /** The sum of the three best reasons. */
    double score() {
        double sum = 0;
        int reasons = 0;
        for (int i = 0; i < places.length && reasons < BEST; i++) {
            if (causes[i] == i) {
                sum += deviations.at(places[i]).score();
                reasons++;
            }
        }
        return sum;
    }

    /** The reasons, the oddest first. */
    List<OutlierReason> reasons() {
        List<List<Deviation>> merged = byCause();
        List<OutlierReason> reasons = new ArrayList<>(merged.size());
        Deviation before = null;
        int rank = 0;
        for (List<Deviation> cause : merged) {
            Deviation first = cause.get(0);
            rank = before != null && first.isTiedWith(before) ? rank : reasons.size() + 1;
            reasons.add(reason(rank, first, cause));
            before = first;
        }
        return reasons;
    }

    private List<List<Deviation>> byCause() {
        List<List<Deviation>> merged = new ArrayList<>();
        int[] numbers = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            if (causes[i] == i) {
                numbers[i] = merged.size();
                merged.add(new ArrayList<>(1));
            }
            merged.get(numbers[causes[i]]).add(deviations.at(places[i]));
        }
        return merged;
    }

    private OutlierReason reason(int rank, Deviation first, List<Deviation> cause) {
        return new OutlierReason(
                rank,
                first.fact(),
                first.odd(),
                first.usual(group),
                weight(first.score()),
                cause.size() == 1
                        ? List.of()
                        : cause.stream().skip(1).map(Deviation::fact).sorted().toList());
    }

    /** The posterior of PeerPressure (Wang et al., OSDI 2004): one of the suspects is guilty. */
    private double weight(double score) {
        return 1 / (1 + (places.length - 1) * Math.pow(2, -score));
    }
}

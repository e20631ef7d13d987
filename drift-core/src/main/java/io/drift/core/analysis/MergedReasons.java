package io.drift.core.analysis;

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
        return OutlierReasons.of(deviations, group, places, causes);
    }
}

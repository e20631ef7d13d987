package io.drift.core.analysis;

import io.drift.core.fact.FactValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which deviations are the same change of packages: from what is usual in a group of machines to another value. */
final class PackageChanges {

    static final int NONE = -1;
    private static final String PACKAGES = "installed_packages";

    /** The number of the change, by group and place of the deviation. */
    private final int[][] numbers;

    private final Map<Change, Integer> known = new HashMap<>();

    private record Change(
            @Nullable FactValue usual, @Nullable FactValue value) {}

    PackageChanges(List<Deviation> deviations, int groups) {
        numbers = new int[groups][deviations.size()];
        for (int group = 0; group < groups; group++) {
            Arrays.fill(numbers[group], NONE);
            for (int place = 0; place < deviations.size(); place++) {
                Deviation one = deviations.get(place);
                Usual usual = PACKAGES.equals(one.fact().group()) ? one.usual(group) : null;
                if (usual != null) {
                    numbers[group][place] =
                            known.computeIfAbsent(new Change(usual.value(), one.value()), any -> known.size());
                }
            }
        }
    }

    /** How many different changes there are. */
    int size() {
        return known.size();
    }

    /** The number of a change as a group of machines sees it, or {@link #NONE}. */
    int number(int group, int place) {
        return numbers[group][place];
    }
}

package io.drift.json.page;

import java.util.List;

/** Long lists, cut. */
final class Few {

    private Few() {}

    /** The first ones, and how many more there are. */
    static String of(List<String> all, int most) {
        int shown = Math.min(most, all.size());
        String first = String.join(", ", all.subList(0, shown));
        return shown == all.size() ? first : first + " and " + (all.size() - shown) + " more";
    }
}

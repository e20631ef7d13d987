package io.drift.server.limits;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a report may wait for. */
public enum ReportKind {
    /** Systems of the inventory. */
    SYSTEM,
    /** What they were. */
    HISTORICAL_PROFILE,
    /** What they should be. */
    BASELINE;

    /**
     * The kinds that a report asks for.
     *
     * @param systems its ids of each kind
     * @param profiles as above
     * @param baselines as above
     * @return those that are not empty
     */
    public static Set<ReportKind> of(List<String> systems, List<String> profiles, List<String> baselines) {
        Set<ReportKind> kinds = EnumSet.noneOf(ReportKind.class);
        addIf(!systems.isEmpty(), SYSTEM, kinds);
        addIf(!profiles.isEmpty(), HISTORICAL_PROFILE, kinds);
        addIf(!baselines.isEmpty(), BASELINE, kinds);
        return kinds;
    }

    private static void addIf(boolean asked, ReportKind kind, Set<ReportKind> kinds) {
        if (asked) {
            kinds.add(kind);
        }
    }
}

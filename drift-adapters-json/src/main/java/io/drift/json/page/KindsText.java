package io.drift.json.page;

import io.drift.core.analysis.Cluster;
import io.drift.core.analysis.GroupClusters;
import java.util.List;

/**
 * Which machines are the same in a group of facts.
 *
 * @param group the group
 * @param columns the machines
 */
record KindsText(GroupClusters group, ShownColumns columns) {

    private static final int FEW = 20;
    /** What is enough to tell fingerprints from each other. */
    private static final int DIGITS = 12;

    /**
     * Machines that are the same.
     *
     * @param count how many
     * @param fingerprint its beginning
     * @param who the first of them
     */
    record Kind(String count, String fingerprint, String who) {}

    /** In a few words. */
    String words() {
        List<Cluster> kinds = group.clusters();
        if (kinds.isEmpty()) {
            return "nobody knows";
        }
        int largest = kinds.get(0).columns().size();
        if (kinds.size() == 1) {
            return largest == 1 ? "1 machine" : largest + " are the same";
        }
        return largest == 1 ? "no two of " + kinds.size() + " are the same" : kinds.size() + " kinds";
    }

    /** The largest kinds; none where no two machines are the same. */
    List<Kind> first() {
        List<Cluster> kinds = group.clusters();
        boolean alone = !kinds.isEmpty() && kinds.get(0).columns().size() == 1;
        return kinds.stream()
                .limit(alone ? 0 : FEW)
                .map(kind -> new Kind(
                        String.valueOf(kind.columns().size()),
                        columns.markup().value(cut(kind.fingerprint())),
                        columns.few(kind.columns())))
                .toList();
    }

    private static String cut(String fingerprint) {
        return fingerprint.substring(0, fingerprint.indexOf(':') + 1 + DIGITS);
    }

    /** What has no row, in sentences. */
    List<String> others() {
        int more = group.clusters().size() - first().size();
        String unknown = group.unknown().isEmpty() ? "" : "not looked at: " + columns.few(group.unknown());
        String kinds = first().isEmpty() || more == 0 ? "" : "and " + more + " more kinds";
        return List.of(kinds, unknown).stream().filter(text -> !text.isEmpty()).toList();
    }
}

package io.drift.json.page;

import io.drift.core.analysis.MachineGroup;
import io.drift.core.analysis.Outliers;
import java.util.ArrayList;
import java.util.List;

/**
 * How the machines of a report fall into groups of peers.
 *
 * @param outliers the machines
 * @param values how they and their facts are written
 */
record PeersText(Outliers outliers, ValuesText values) {

    private static final int FEW = 20;
    /** Smaller groups are told with their machines: the group itself may be what is odd. */
    private static final int SMALL_GROUP = 20;

    private static final int SMALL_PART = 10;

    /** Sentences, at least one. */
    List<String> lines() {
        List<MachineGroup> groups = outliers.groups();
        if (outliers.whyNone().isPresent()) {
            return List.of("No outliers: " + outliers.whyNone().get());
        }
        List<String> lines = new ArrayList<>();
        lines.add(outliers.machines() + " machines, "
                + (groups.size() == 1
                        ? "all peers of each other"
                        : "in " + groups.size() + " groups of peers; a score is the sum of the three best reasons"));
        if (groups.size() > 1) {
            groups.stream().limit(FEW).forEach(group -> lines.add(line(group)));
        }
        if (groups.size() > FEW) {
            lines.add("and " + Counted.of(groups.size() - FEW, "more group"));
        }
        return lines;
    }

    private String line(MachineGroup group) {
        int size = group.columns().size();
        boolean small = size < Math.max(SMALL_GROUP, outliers.machines() / SMALL_PART);
        String who =
                Counted.of(size, "machine") + (small ? " (" + values.columns().few(group.columns()) + ")" : "");
        int facts = group.facts().size();
        return facts == 0
                ? who + (size == 1 ? " has" : " have") + " nothing in common that others have not"
                : who + " with "
                        + values.columns().markup().name(group.facts().get(0).toString())
                        + (facts == 1 ? "" : " and " + Counted.of(facts - 1, "more fact"));
    }
}

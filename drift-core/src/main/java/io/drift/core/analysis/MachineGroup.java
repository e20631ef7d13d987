package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import java.util.List;

/**
 * Machines that have much in common which others have not, and so are peers.
 *
 * <pre>{@code
 * for (MachineGroup group : Outliers.of(report).groups()) {
 *     System.out.println(group.columns().size() + " machines have " + group.facts().size() + " facts in common");
 * }
 * }</pre>
 *
 * @param columns the numbers of their columns in the report, rising
 * @param facts what they have in common that others have not; empty for those that have only what all have
 */
public record MachineGroup(List<Integer> columns, List<FactName> facts) {

    /** Copies the lists. */
    public MachineGroup {
        columns = List.copyOf(columns);
        facts = List.copyOf(facts);
    }
}

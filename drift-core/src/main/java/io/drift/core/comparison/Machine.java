package io.drift.core.comparison;

import io.drift.core.source.FactSource;
import java.util.List;

/**
 * A machine of a comparison: a system with the profiles of its history, or the profiles alone where the system itself is
 * not compared. What names a machine has to be the same in all its columns, and different from that of other machines
 * (Q37).
 *
 * <pre>{@code
 * for (Machine machine : report.machines()) {
 *     System.out.println(machine.id() + " has " + machine.columns().size() + " columns");
 * }
 * }</pre>
 *
 * @param id the id of the system; that of the profile where nobody knows of which system it is
 * @param columns at least one, in the order of the report's columns
 */
public record Machine(String id, List<FactSource> columns) {

    /** Copies the list. */
    public Machine {
        columns = List.copyOf(columns);
    }
}

package io.drift.core.comparison;

import io.drift.core.fact.CodePointOrder;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The facts of a group.
 *
 * <pre>{@code
 * FactGroup flags = report.group("cpu_flags").orElseThrow();
 * Optional<FactComparison> fpu = flags.fact("fpu");
 * }</pre>
 *
 * @param name the group's name
 * @param state one state for all of them
 * @param comparisons its members sorted by name; a view that compares while it is read
 */
public record FactGroup(String name, ComparisonState state, List<FactComparison> comparisons) implements ReportEntry {

    /**
     * A fact of the group.
     *
     * @param member its name within the group, {@code fpu} of {@code cpu_flags.fpu}
     * @return empty if the group does not show such a fact
     */
    public Optional<FactComparison> fact(String member) {
        List<String> names = new ListView<>(
                comparisons.size(), place -> comparisons.get(place).name());
        int place = Collections.binarySearch(names, member, CodePointOrder.INSTANCE);
        return place < 0 ? Optional.empty() : Optional.of(comparisons.get(place));
    }

    @Override
    public String toString() {
        return name + " " + state + " (" + comparisons.size() + " facts)";
    }
}

package io.drift.core.comparison;

import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sources that agree in a fact.
 *
 * <pre>{@code
 * List<ValueGroup> kernels = report.fact("os_kernel_version").orElseThrow().valueGroups();
 * System.out.println("most have " + kernels.get(0));
 * }</pre>
 *
 * @param value what they have; null if it is missing
 * @param sources at least one, in the order of the columns
 */
public record ValueGroup(@Nullable FactValue value, List<FactSource> sources) {

    /** Copies the list. */
    public ValueGroup {
        sources = List.copyOf(sources);
    }

    @Override
    public String toString() {
        return (value == null ? "(missing)" : value) + ": "
                + sources.stream().map(FactSource::name).collect(Collectors.joining(", "));
    }
}

package io.drift.core;

import io.drift.core.error.InvalidQueryException;
import io.drift.core.profile.Reading;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The use case for each way in which profiles can be read, for who lets callers choose one.
 *
 * <pre>{@code
 * ComparisonsByReading comparisons = ComparisonsByReading.of(
 *         List.of(Reading.ARCHIVED, Reading.EXACT),
 *         reading -> CompareSystems.of(inventory(reading)).withRules(FactRules.of(reading)));
 * ComparisonReport report = comparisons.of(Reading.EXACT).compare(query, context);
 * }</pre>
 */
public final class ComparisonsByReading {

    private final Reading usual;
    private final Map<Reading, Comparisons> byReading = new EnumMap<>(Reading.class);

    private ComparisonsByReading(Reading usual) {
        this.usual = usual;
    }

    /**
     * Makes the use cases.
     *
     * @param readings not empty; the first is meant where a caller does not choose
     * @param comparisons makes the use case for a reading
     * @return all of them
     */
    public static ComparisonsByReading of(List<Reading> readings, Function<Reading, Comparisons> comparisons) {
        ComparisonsByReading all = new ComparisonsByReading(readings.get(0));
        readings.forEach(reading -> all.byReading.put(reading, comparisons.apply(reading)));
        return all;
    }

    /**
     * The use case for a reading.
     *
     * @param asked null for the usual one
     * @return the use case
     * @throws InvalidQueryException if profiles cannot be read so here
     */
    public Comparisons of(@Nullable Reading asked) {
        Comparisons comparisons = byReading.get(asked == null ? usual : asked);
        if (comparisons == null) {
            throw new InvalidQueryException("profiles can only be read as " + usual.word() + " here");
        }
        return comparisons;
    }
}

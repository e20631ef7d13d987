package io.drift.core.delta;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference of a column in a fact, then and now.
 *
 * <pre>{@code
 * for (DeltaEntry entry : delta.entries()) {
 *     System.out.println(entry.status() + " " + entry.fact() + " " + entry.column().name());
 * }
 * }</pre>
 *
 * @param fact the fact
 * @param column the column
 * @param before how it stood; not {@link Standing#DIFFERS} if it is a difference of now only
 * @param valueBefore what it had; null if that was missing or is not known
 * @param now how it stands
 * @param valueNow what it has; null if that is missing or not known
 */
public record DeltaEntry(
        FactName fact,
        ColumnPair column,
        Standing before,
        @Nullable FactValue valueBefore,
        Standing now,
        @Nullable FactValue valueNow) {

    /** Checks that there is a difference. */
    public DeltaEntry {
        if (before != Standing.DIFFERS && now != Standing.DIFFERS) {
            throw new IllegalArgumentException(fact + " does not differ in " + column.name() + ", then or now");
        }
    }

    /**
     * What became of it.
     *
     * @return never null
     */
    public DeltaStatus status() {
        return switch (now) {
            case DIFFERS ->
                before == Standing.DIFFERS && isSame(valueBefore, valueNow) ? DeltaStatus.KNOWN : DeltaStatus.NEW;
            case AGREES -> DeltaStatus.RESOLVED;
            case UNKNOWN -> DeltaStatus.UNSEEN;
        };
    }

    /** Several texts are a set. */
    private static boolean isSame(@Nullable FactValue one, @Nullable FactValue other) {
        return new HashSet<>(texts(one)).equals(new HashSet<>(texts(other))) && (one == null) == (other == null);
    }

    private static List<String> texts(@Nullable FactValue value) {
        return value == null ? List.of() : value.texts();
    }
}

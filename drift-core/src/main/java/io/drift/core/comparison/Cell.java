package io.drift.core.comparison;

import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one fact.
 *
 * <pre>{@code
 * for (Cell cell : fact.cells()) {
 *     if (cell.differs()) {
 *         System.out.println(cell.source().name() + " has " + cell.value());
 *     }
 * }
 * }</pre>
 *
 * @param source the source
 * @param value its value; null if it has none, or if that is not known
 * @param obfuscated whether the value was hidden before it was uploaded
 * @param state how it stands to the reference: SAME or DIFFERENT; null where that was not asked or does not matter
 * @param lookedAt false if the source did not look at the fact, so that nobody knows whether the machine has it
 */
public record Cell(
        FactSource source,
        @Nullable FactValue value,
        boolean obfuscated,
        @Nullable ComparisonState state,
        boolean lookedAt) {

    /**
     * A cell that was looked at.
     *
     * @param source the source
     * @param value its value; null if it has none
     * @param obfuscated whether the value was hidden before it was uploaded
     * @param state how it stands to the reference: SAME or DIFFERENT; null where that was not asked or does not matter
     */
    public Cell(FactSource source, @Nullable FactValue value, boolean obfuscated, @Nullable ComparisonState state) {
        this(source, value, obfuscated, state, true);
    }

    /**
     * Whether the source has another value than the reference.
     *
     * @return false, too, where there is no reference or the value was hidden
     */
    public boolean differs() {
        return state == ComparisonState.DIFFERENT;
    }

    @Override
    public String toString() {
        return source.name() + "=" + shown() + (state == null ? "" : " " + state);
    }

    private Object shown() {
        if (value != null) {
            return value;
        }
        return lookedAt ? "(missing)" : "?";
    }
}

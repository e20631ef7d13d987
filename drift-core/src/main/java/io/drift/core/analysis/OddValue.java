package io.drift.core.analysis;

import io.drift.core.fact.FactValue;
import org.jspecify.annotations.Nullable;

/**
 * A value that a machine has though its peers have another one.
 *
 * <pre>{@code
 * boolean alone = odd.sharedBy() == 0;
 * }</pre>
 *
 * @param value the value; null if it is missing
 * @param sharedBy how many other machines of the fleet deviate to the same value
 * @param of how many other machines of the fleet looked at the fact
 * @param score how odd that is, in bits; above 0
 */
public record OddValue(@Nullable FactValue value, int sharedBy, int of, double score) {}

package io.drift.core.analysis;

import io.drift.core.fact.FactValue;
import org.jspecify.annotations.Nullable;

/**
 * What is usual in a group of machines.
 *
 * <pre>{@code
 * System.out.println(usual.have() + " of " + usual.of() + " have " + usual.value());
 * }</pre>
 *
 * @param value the most common value; null if usually it is missing
 * @param have how many machines of the group have it
 * @param of how many machines of the group looked at the fact
 */
public record Usual(@Nullable FactValue value, int have, int of) {}

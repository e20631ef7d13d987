package io.drift.core.comparison;

import io.drift.core.profile.LookedAt;
import io.drift.core.source.FactSource;

/**
 * A source that did not look at everything, which other sources have: whether it has it, too, nobody knows.
 *
 * <pre>{@code
 * for (NotLookedAt part : report.omissions().notLookedAt()) {
 *     System.err.println(part.source().name() + " did not look at " + part.facts() + " facts");
 * }
 * }</pre>
 *
 * @param source the source, whose profile has a {@link LookedAt} or skipped parts
 * @param facts how many facts other sources have that it did not look at; at least one
 */
public record NotLookedAt(FactSource source, int facts) {}

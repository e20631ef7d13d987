/** Fleets with planted causes, and how well methods of ranking find them. */
@NullMarked
package io.drift.benchmarks.ranking;

import org.jspecify.annotations.NullMarked;

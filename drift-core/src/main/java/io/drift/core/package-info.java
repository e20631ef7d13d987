/**
 * Where do these systems differ? {@link io.drift.core.CompareSystems} finds and compares systems, baselines and historical profiles; {@link io.drift.core.comparison.Comparison} compares what a caller already has. Whoever counts or limits comparisons stands in front of {@link io.drift.core.Comparisons}.
 */
@NullMarked
package io.drift.core;

import org.jspecify.annotations.NullMarked;

/** Measures Drift against the limit of its workload, and prints what it found as one table. */
@NullMarked
package io.drift.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Figures, the goals they are held against, and how both are shown. */
@NullMarked
package io.drift.benchmarks.table;

import org.jspecify.annotations.NullMarked;

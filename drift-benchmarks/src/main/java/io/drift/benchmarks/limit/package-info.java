/** What the same work costs if nothing is done but reading and writing. */
@NullMarked
package io.drift.benchmarks.limit;

import org.jspecify.annotations.NullMarked;

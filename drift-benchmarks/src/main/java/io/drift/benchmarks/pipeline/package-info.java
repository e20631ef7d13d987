/** What Drift does between the answers of the inventory and the bytes of a report. */
@NullMarked
package io.drift.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;

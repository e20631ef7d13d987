/** How fast Drift on its own takes systems, lists and compares them, and how much room they need. */
@NullMarked
package io.drift.benchmarks.standalone;

import org.jspecify.annotations.NullMarked;

/** How long a collection takes to become a profile. */
@NullMarked
package io.drift.benchmarks.collecting;

import org.jspecify.annotations.NullMarked;

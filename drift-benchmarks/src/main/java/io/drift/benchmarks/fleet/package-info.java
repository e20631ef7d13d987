/** Made-up systems, as the inventory would answer them. */
@NullMarked
package io.drift.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;

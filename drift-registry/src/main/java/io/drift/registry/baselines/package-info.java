/** Baselines and the systems that are associated with them: what they may have, how they come to be. */
@NullMarked
package io.drift.registry.baselines;

import org.jspecify.annotations.NullMarked;

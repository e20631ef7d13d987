/** The earlier states of systems. */
@NullMarked
package io.drift.registry.history;

import org.jspecify.annotations.NullMarked;

/**
 * Facts: their names, what one source says about them, and the table in which sources stand side by side.
 */
@NullMarked
package io.drift.core.fact;

import org.jspecify.annotations.NullMarked;

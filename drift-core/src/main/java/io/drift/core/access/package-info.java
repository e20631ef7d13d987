/**
 * Who asks, and what they may.
 */
@NullMarked
package io.drift.core.access;

import org.jspecify.annotations.NullMarked;

/**
 * What is compared: systems, historical profiles, baselines and sources of a caller's own.
 */
@NullMarked
package io.drift.core.source;

import org.jspecify.annotations.NullMarked;

/**
 * How a system profile becomes facts: one class for each part of a profile.
 */
@NullMarked
package io.drift.core.profile;

import org.jspecify.annotations.NullMarked;

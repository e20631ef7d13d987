/**
 * Assertions about reports in the manner of AssertJ, which the testkit needs only here and in {@code junit}.
 */
@NullMarked
package io.drift.testkit.assertj;

import org.jspecify.annotations.NullMarked;

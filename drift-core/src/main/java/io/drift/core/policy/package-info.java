/**
 * Policies: which differences count, and how much. They choose facts by patterns; {@code FactRules.of(Policy)} makes rules of
 * comparing of them.
 */
@NullMarked
package io.drift.core.policy;

import org.jspecify.annotations.NullMarked;

/**
 * What a comparison of many sources comes to: who has which value, which machine is the odd one and why, which machines are
 * the same.
 */
@NullMarked
package io.drift.core.analysis;

import org.jspecify.annotations.NullMarked;

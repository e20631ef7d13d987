/**
 * What is new, known and resolved since an earlier report.
 */
@NullMarked
package io.drift.core.delta;

import org.jspecify.annotations.NullMarked;

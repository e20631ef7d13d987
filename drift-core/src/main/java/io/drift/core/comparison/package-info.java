/**
 * From facts to states: the rules of the comparison and the report that comes out.
 */
@NullMarked
package io.drift.core.comparison;

import org.jspecify.annotations.NullMarked;

/**
 * Every way in which a comparison can fail, as types that carry data.
 */
@NullMarked
package io.drift.core.error;

import org.jspecify.annotations.NullMarked;

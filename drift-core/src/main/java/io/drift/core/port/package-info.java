/**
 * What a comparison needs from outside: one interface with one method for each need.
 */
@NullMarked
package io.drift.core.port;

import org.jspecify.annotations.NullMarked;

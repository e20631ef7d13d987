/**
 * Reports as text that needs nothing but the JDK.
 */
@NullMarked
package io.drift.core.report;

import org.jspecify.annotations.NullMarked;

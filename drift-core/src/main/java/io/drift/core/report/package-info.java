/**
 * How a report is written: the formats, and those of them that need nothing but the JDK.
 */
@NullMarked
package io.drift.core.report;

import org.jspecify.annotations.NullMarked;

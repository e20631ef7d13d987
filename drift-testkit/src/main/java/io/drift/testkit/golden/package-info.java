/**
 * Reports that are kept in files: their text, and what is shown when a report is another one. Neither JUnit nor AssertJ is needed.
 */
@NullMarked
package io.drift.testkit.golden;

import org.jspecify.annotations.NullMarked;

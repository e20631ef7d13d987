/**
 * For tests with JUnit and AssertJ, both of which the testkit needs only here: a fake platform as a parameter, and what
 * every adapter of a port must do.
 */
@NullMarked
package io.drift.testkit.junit;

import org.jspecify.annotations.NullMarked;

/**
 * For tests and demos of whoever builds on Drift: fakes of the ports, systems and baselines in a sentence, and a
 * platform of four services over real HTTP. Nothing here needs a test framework.
 */
@NullMarked
package io.drift.testkit;

import org.jspecify.annotations.NullMarked;

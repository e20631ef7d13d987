/**
 * Recorded cases of the archived service: what its upstream services answer, one request, and the response.
 */
@NullMarked
package io.drift.testkit.conformance;

import org.jspecify.annotations.NullMarked;

/** What operators see of Drift: metrics, readiness, and who asked for what. */
@NullMarked
package io.drift.server.observability;

import org.jspecify.annotations.NullMarked;

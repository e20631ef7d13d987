/** Drift on its own: the one place that knows which store there is. */
@NullMarked
package io.drift.server.standalone;

import org.jspecify.annotations.NullMarked;

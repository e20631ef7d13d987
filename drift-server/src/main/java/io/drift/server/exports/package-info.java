/** All that a server of its own keeps, as JSON lines and back. */
@NullMarked
package io.drift.server.exports;

import org.jspecify.annotations.NullMarked;

/** The runnable Drift: a command line, and a thin server over the use cases of the core. */
@NullMarked
package io.drift.server;

import org.jspecify.annotations.NullMarked;

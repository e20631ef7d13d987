/**
 * The service: a mode, its ports, the use cases of the core over them, and the servers that answer. {@code Main} starts it, or
 * the command line.
 */
@NullMarked
package io.drift.server;

import org.jspecify.annotations.NullMarked;

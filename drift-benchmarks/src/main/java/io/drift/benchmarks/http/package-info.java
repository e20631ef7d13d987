/** The server as a process of its own, between services that answer from memory and a client that only counts. */
@NullMarked
package io.drift.benchmarks.http;

import org.jspecify.annotations.NullMarked;

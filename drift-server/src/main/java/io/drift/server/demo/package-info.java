/** Drift to try: a server of its own over the samples, which leaves nothing behind. */
@NullMarked
package io.drift.server.demo;

import org.jspecify.annotations.NullMarked;

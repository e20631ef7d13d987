/** The documents of own baselines: what is sent, what is answered, and what a comparison reads. */
@NullMarked
package io.drift.server.baselines;

import org.jspecify.annotations.NullMarked;

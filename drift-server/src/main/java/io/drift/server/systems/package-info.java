/** The documents of own systems: what is answered, and what a comparison reads. */
@NullMarked
package io.drift.server.systems;

import org.jspecify.annotations.NullMarked;

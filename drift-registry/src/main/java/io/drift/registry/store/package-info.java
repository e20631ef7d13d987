/** What is kept, and the ports of the stores that keep it. */
@NullMarked
package io.drift.registry.store;

import org.jspecify.annotations.NullMarked;

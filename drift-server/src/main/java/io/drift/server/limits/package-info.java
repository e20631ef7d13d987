/** What one request may take from the others: time, memory, threads; and what happens to who takes more. */
@NullMarked
package io.drift.server.limits;

import org.jspecify.annotations.NullMarked;

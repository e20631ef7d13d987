/** Who may ask. */
@NullMarked
package io.drift.server.security;

import org.jspecify.annotations.NullMarked;

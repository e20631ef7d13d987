/**
 * The commands that need the server or its settings, and the program that they make together with those of
 * {@link io.drift.cli}.
 */
@NullMarked
package io.drift.server.command;

import org.jspecify.annotations.NullMarked;

/**
 * Comparing at a terminal: reads files and asks machines, compares them, and prints the report. It sees the
 * process only through a {@link io.drift.cli.Shell}.
 */
@NullMarked
package io.drift.cli;

import org.jspecify.annotations.NullMarked;

/**
 * Comparing files at a terminal: reads files, compares them without any service, and prints the report. It sees the
 * process only through a {@link io.drift.cli.Shell}.
 */
@NullMarked
package io.drift.cli;

import org.jspecify.annotations.NullMarked;

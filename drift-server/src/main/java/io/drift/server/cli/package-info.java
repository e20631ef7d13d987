/**
 * The command line: reads files, compares them without any service, and prints the report; or starts the server. It
 * sees the process only through a {@link io.drift.server.cli.Shell}.
 */
@NullMarked
package io.drift.server.cli;

import org.jspecify.annotations.NullMarked;

/** What is uploaded of machines: read while it arrives, in as much memory as it may take, until each host is one to be kept. */
@NullMarked
package io.drift.server.uploads;

import org.jspecify.annotations.NullMarked;

/** The mode of Drift inside the platform, over its services. */
@NullMarked
package io.drift.server.platform;

import org.jspecify.annotations.NullMarked;

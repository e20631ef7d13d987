/**
 * The services of the platform over HTTP, behind the core's ports. {@link io.drift.http.PlatformClients} is the front;
 * how calls are made and what their answers mean stays inside.
 */
@NullMarked
package io.drift.http;

import org.jspecify.annotations.NullMarked;

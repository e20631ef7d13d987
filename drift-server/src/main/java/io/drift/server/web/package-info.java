/** The HTTP layer: what is asked, in which order it is checked, and how it is answered. */
@NullMarked
package io.drift.server.web;

import org.jspecify.annotations.NullMarked;

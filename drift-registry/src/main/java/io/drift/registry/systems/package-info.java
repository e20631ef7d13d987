/** Uploads and the systems that they make: who is who, what a page of them shows. */
@NullMarked
package io.drift.registry.systems;

import org.jspecify.annotations.NullMarked;

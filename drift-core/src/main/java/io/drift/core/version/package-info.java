/**
 * Which of two versions of a package is the newer one, as rpm, dpkg and apk say, and how packages stand to each other.
 */
@NullMarked
package io.drift.core.version;

import org.jspecify.annotations.NullMarked;

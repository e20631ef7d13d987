/** Reads policies from files. */
@NullMarked
package io.drift.json.policy;

import org.jspecify.annotations.NullMarked;

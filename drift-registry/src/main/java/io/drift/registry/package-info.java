/** Own systems and their history, without any service around: the front door. */
@NullMarked
package io.drift.registry;

import org.jspecify.annotations.NullMarked;

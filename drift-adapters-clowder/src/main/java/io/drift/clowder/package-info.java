/**
 * Settings of a deployment as typed values. {@link io.drift.clowder.SettingsLoader} is handed the environment and never
 * reads it itself.
 */
@NullMarked
package io.drift.clowder;

import org.jspecify.annotations.NullMarked;

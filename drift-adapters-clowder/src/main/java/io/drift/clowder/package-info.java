/**
 * Settings of a deployment as typed values. {@link io.drift.clowder.SettingsLoader} is handed the environment and never
 * reads it itself; it reads the files that the environment names.
 */
@NullMarked
package io.drift.clowder;

import org.jspecify.annotations.NullMarked;

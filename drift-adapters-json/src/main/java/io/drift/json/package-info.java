/**
 * The JSON of the platform: readers of hosts, profiles, tags and baselines that drive the core's recorders while they
 * read, and the writer of reports. Nobody else reads or writes these documents.
 */
@NullMarked
package io.drift.json;

import org.jspecify.annotations.NullMarked;

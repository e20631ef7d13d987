/**
 * What machines say of themselves and what people have of them, as host documents: collections, archives, lists of
 * packages, files of facts. Every reader ends in a {@link io.drift.collector.HostDraft}.
 */
@NullMarked
package io.drift.collector;

import org.jspecify.annotations.NullMarked;

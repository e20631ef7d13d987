/**
 * Files that people already have, read as host documents: lists of packages, settings, facts of other tools, archives.
 * {@link io.drift.collector.source.SourceReader} finds out what a file is.
 */
@NullMarked
package io.drift.collector.source;

import org.jspecify.annotations.NullMarked;

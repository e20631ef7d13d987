package io.drift.json;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.HostRecord;
import org.jspecify.annotations.Nullable;

/**
 * A system in a file.
 *
 * <pre>{@code
 * for (HostDocument document : new SystemReader().readAll(in)) {
 *     System.out.println(document.host() == null ? "a bare profile" : document.host().name());
 * }
 * }</pre>
 *
 * @param host its record; null for a bare profile, which knows of no host
 * @param profile its profile
 * @param tags the facts of its tags; read exactly, they are among those of the profile
 */
public record HostDocument(@Nullable HostRecord host, RecordedProfile profile, RecordedFacts tags)
        implements FileDocument {}

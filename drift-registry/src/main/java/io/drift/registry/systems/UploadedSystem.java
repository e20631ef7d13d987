package io.drift.registry.systems;

import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.SystemLabels;
import org.jspecify.annotations.Nullable;

/**
 * What somebody uploads of a machine.
 *
 * <pre>{@code
 * UploadedSystem upload = new UploadedSystem(identity, "Web-1", labels, "2026-01-01T00:00:00Z", content);
 * }</pre>
 *
 * @param identity what tells it from others; something of it must be known
 * @param fqdn its host name as it told it, even where that tells nothing; null if it did not
 * @param labels what people call it
 * @param capturedDate when it was looked at, a text as given; null if it does not say
 * @param content what it says of itself
 */
public record UploadedSystem(
        MachineIdentity identity,
        @Nullable String fqdn,
        SystemLabels labels,
        @Nullable String capturedDate,
        ProfileContent content) {}

package io.drift.registry.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a system was at one time, without its content.
 *
 * <pre>{@code
 * SystemState state = new SystemState(UUID.randomUUID(), system.id(), date, "web-1.example.com", content.digest());
 * }</pre>
 *
 * @param id its own id, that of the historical profile
 * @param systemId the id of its system
 * @param captured when it was taken
 * @param fqdn the host name that the system had then; null if unknown
 * @param digest which content it has
 */
public record SystemState(
        UUID id,
        UUID systemId,
        CaptureDate captured,
        @Nullable String fqdn,
        String digest) {}

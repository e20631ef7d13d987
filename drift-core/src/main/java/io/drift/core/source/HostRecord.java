package io.drift.core.source;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory knows of a system besides its profile. Time stamps are texts as given, which {@link TimeStamp}
 * reads; what is not known is null.
 *
 * <pre>{@code
 * HostRecord host = new HostRecord(id, null, "web-1.example.com", "2024-05-01T10:00:00+00:00", null);
 * String shown = host.name(); // web-1.example.com
 * }</pre>
 *
 * @param id its id, a UUID
 * @param displayName the name that people gave it
 * @param fqdn its host name with domain
 * @param updated when the record last changed
 * @param staleWarning {@code stale_warning_timestamp}: from then on it counts as stale
 */
public record HostRecord(
        String id,
        @Nullable String displayName,
        @Nullable String fqdn,
        @Nullable String updated,
        @Nullable String staleWarning) {

    /**
     * Checks that there is an id.
     *
     * @throws NullPointerException if there is none
     */
    public HostRecord {
        Objects.requireNonNull(id, "id");
    }

    /**
     * The name to show.
     *
     * @return the display name, else the fqdn, else the id; an empty name counts as none
     */
    public String name() {
        if (displayName != null && !displayName.isEmpty()) {
            return displayName;
        }
        return fqdn != null && !fqdn.isEmpty() ? fqdn : id;
    }

    /** The one fact that the host record has, and not the profile. */
    RecordedFacts facts() {
        return new FactRecorder().record("fqdn", fqdn).end();
    }
}

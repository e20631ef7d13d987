package io.drift.core.source;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory knows of a system besides its profile. Time stamps are texts as given, which {@link TimeStamp}
 * reads; what is not known is null.
 *
 * <pre>{@code
 * HostRecord host = new HostRecord(id, null, "web-1.example.com", "2024-05-01T10:00:00+00:00", null);
 * String shown = host.name(); // web-1.example.com
 * boolean stale = host.withId("web-1").isStale(clock.instant()); // false
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
     * A host of which nothing but a name is known.
     *
     * @param name its name, which is its id as well
     * @return its record
     */
    public static HostRecord of(String name) {
        return new HostRecord(name, name, null, null, null);
    }

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

    /**
     * Whether the system has not reported for too long.
     *
     * @param now what time it is
     * @return false if nobody knows when it becomes stale (Q6)
     */
    public boolean isStale(Instant now) {
        return TimeStamp.parse(staleWarning).filter(now::isAfter).isPresent();
    }

    /**
     * The same host under another id.
     *
     * @param other its id
     * @return the changed record
     */
    public HostRecord withId(String other) {
        return new HostRecord(other, displayName, fqdn, updated, staleWarning);
    }

    /**
     * The same host under another name.
     *
     * @param other the name that people gave it
     * @return the changed record
     */
    public HostRecord withDisplayName(String other) {
        return new HostRecord(id, other, fqdn, updated, staleWarning);
    }
}

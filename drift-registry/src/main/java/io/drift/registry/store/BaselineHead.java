package io.drift.registry.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A baseline without its facts.
 *
 * <pre>{@code
 * BaselineHead renamed = head.withName("golden", clock.instant());
 * }</pre>
 *
 * @param id its id
 * @param name what people call it; no two of an organisation have the same
 * @param created when it was made; whole microseconds
 * @param updated when it was changed last; whole microseconds
 * @param notificationsEnabled whether somebody wants to hear when its systems drift
 */
public record BaselineHead(UUID id, String name, Instant created, Instant updated, boolean notificationsEnabled) {

    /** Cuts the instants off at microseconds. */
    public BaselineHead {
        created = created.truncatedTo(ChronoUnit.MICROS);
        updated = updated.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The same under a name.
     *
     * @param other what it is called now
     * @param now when it was changed
     * @return the changed head
     */
    public BaselineHead withName(String other, Instant now) {
        return new BaselineHead(id, other, created, now, notificationsEnabled);
    }

    /**
     * The same with notifications, or without.
     *
     * @param enabled whether somebody wants to hear of drift
     * @return the changed head
     */
    public BaselineHead withNotifications(boolean enabled) {
        return new BaselineHead(id, name, created, updated, enabled);
    }
}

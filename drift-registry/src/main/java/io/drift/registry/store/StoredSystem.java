package io.drift.registry.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A system as it is kept.
 *
 * <pre>{@code
 * String shown = system.name(); // the display name, else the fqdn, else the id
 * }</pre>
 *
 * @param id its id
 * @param identity what tells it from others
 * @param labels what people call it
 * @param checkIns when it was heard of
 * @param current the state that is newest by its date
 */
public record StoredSystem(
        UUID id, MachineIdentity identity, SystemLabels labels, CheckIns checkIns, SystemState current) {

    /**
     * When a system was heard of.
     *
     * <pre>{@code
     * Duration silent = Duration.between(system.checkIns().last(), clock.instant());
     * }</pre>
     *
     * @param first when it was created
     * @param last when its current state was received
     */
    public record CheckIns(Instant first, Instant last) {}

    /**
     * The name to show.
     *
     * @return the display name, else the fqdn, else the id
     */
    public String name() {
        if (labels.displayName() != null && !labels.displayName().isEmpty()) {
            return labels.displayName();
        }
        String fqdn = current.fqdn();
        return fqdn == null || fqdn.isEmpty() ? id.toString() : fqdn;
    }
}

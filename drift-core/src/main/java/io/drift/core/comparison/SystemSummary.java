package io.drift.core.comparison;

import io.drift.core.source.FactSource;
import io.drift.core.source.InventorySystem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A system, or a source of a caller's own, in the header of a report.
 *
 * <pre>{@code
 * for (SystemSummary system : report.systems()) {
 *     System.out.println(system.displayName() + (system.stale() ? " is stale" : " still reports"));
 * }
 * }</pre>
 *
 * @param id its id
 * @param displayName its name
 * @param profileExists whether it ever uploaded a profile; true for a source of a caller's own
 * @param lastUpdated when the profile was taken, else when the host record changed; a text as given, null if unknown
 * @param insightsInstalled whether {@code insights-client} is installed
 * @param insightsEnabled whether {@code insights-client} is enabled
 * @param stale whether the system has not reported for too long
 */
public record SystemSummary(
        String id,
        String displayName,
        boolean profileExists,
        @Nullable String lastUpdated,
        boolean insightsInstalled,
        boolean insightsEnabled,
        boolean stale) {

    static SystemSummary of(FactSource source, Clock clock) {
        return source instanceof InventorySystem system
                ? ofSystem(system, clock)
                : new SystemSummary(source.id(), source.name(), true, null, false, false, false);
    }

    private static SystemSummary ofSystem(InventorySystem system, Clock clock) {
        String captured = system.profile().header().capturedDate();
        return new SystemSummary(
                system.id(),
                system.name(),
                system.profile().exists(),
                captured != null ? captured : system.host().updated(),
                system.profile().header().client().installed(),
                system.profile().header().client().enabled(),
                system.host().isStale(clock.instant()));
    }
}

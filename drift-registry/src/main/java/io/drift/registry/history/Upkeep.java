package io.drift.registry.history;

import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemReads;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.SystemStores;
import io.drift.registry.systems.Staleness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Removes what is not kept any more: states that are too many, and, if that is wanted, systems that nobody heard of for long.
 * Each system is a unit of work of its own, so uploads never wait for long; what somebody changes at the same time is seen
 * before or after.
 *
 * <pre>{@code
 * Upkeep.Result done = new Upkeep(stores, Retention.DEFAULT, Staleness.DEFAULT, clock).run(OrgId.LOCAL);
 * }</pre>
 *
 * <p>Thread-safe. A thread that is interrupted stops after the system at which it is.
 */
public final class Upkeep {

    private static final int SYSTEMS_AT_ONCE = 50;
    private static final SystemQuery.Window EVERYTHING = new SystemQuery.Window(0, Integer.MAX_VALUE);

    private final SystemStores stores;
    private final Retention retention;
    private final Staleness staleness;
    private final Clock clock;

    /**
     * The upkeep of a store.
     *
     * @param stores where everything is kept
     * @param retention how much history is kept
     * @param staleness when systems are removed
     * @param clock tells what time it is
     */
    public Upkeep(SystemStores stores, Retention retention, Staleness staleness, Clock clock) {
        this.stores = stores;
        this.retention = retention;
        this.staleness = staleness;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param removedSystems how many systems were removed
     * @param keptStates how many states there still are
     * @param thinnedStates how many states of other systems were removed
     */
    public record Result(long removedSystems, long keptStates, long thinnedStates) {

        private Result plus(Result more) {
            return new Result(
                    removedSystems + more.removedSystems,
                    keptStates + more.keptStates,
                    thinnedStates + more.thinnedStates);
        }
    }

    /**
     * Removes what is not kept any more.
     *
     * @param org whose
     * @return what was done
     * @throws io.drift.registry.store.StoreFailureException if the store fails; what was removed before stays removed
     */
    public Result run(OrgId org) {
        Result done = new Result(removeSilent(org), 0, 0);
        for (UUID system : stores.read(store -> store.systemIds(org))) {
            if (Thread.currentThread().isInterrupted()) {
                return done;
            }
            done = done.plus(thin(org, system));
        }
        return done;
    }

    private long removeSilent(OrgId org) {
        Duration after = staleness.culling();
        if (after == null) {
            return 0;
        }
        SystemQuery.Span silent =
                new SystemQuery.Span(Instant.MIN, clock.instant().minus(after));
        SystemQuery some =
                SystemQuery.ALL.withHeardOf(List.of(silent)).withWindow(new SystemQuery.Window(0, SYSTEMS_AT_ONCE));
        long all = 0;
        long removed = SYSTEMS_AT_ONCE;
        while (removed == SYSTEMS_AT_ONCE && !Thread.currentThread().isInterrupted()) {
            removed = stores.write(store -> store.page(org, some).systems().stream()
                    .filter(system -> store.delete(org, system.id()))
                    .count());
            all += removed;
        }
        return all;
    }

    /** Most systems have nothing to remove, so nobody waits for the right to write before that is known. */
    private Result thin(OrgId org, UUID system) {
        List<SystemState> states = stores.read(store -> states(org, system, store));
        if (surplus(states).isEmpty()) {
            return new Result(0, states.size(), 0);
        }
        return stores.write(store -> {
            List<UUID> surplus = surplus(states(org, system, store));
            long removed = store.deleteStates(org, surplus);
            return new Result(0, states(org, system, store).size(), removed);
        });
    }

    private static List<SystemState> states(OrgId org, UUID system, SystemReads store) {
        return store.states(org, system, EVERYTHING);
    }

    private List<UUID> surplus(List<SystemState> states) {
        return retention.surplus(states, clock.instant()).stream()
                .map(SystemState::id)
                .toList();
    }
}

package io.drift.registry;

import io.drift.registry.baselines.BaselineListener;
import io.drift.registry.baselines.BaselineSystems;
import io.drift.registry.baselines.Baselines;
import io.drift.registry.history.SystemHistory;
import io.drift.registry.store.SystemStores;
import io.drift.registry.systems.OwnSystems;
import io.drift.registry.systems.Staleness;
import io.drift.registry.systems.UploadSystems;
import java.time.Clock;
import java.util.UUID;

/**
 * All that is done with own systems and baselines.
 *
 * <pre>{@code
 * Registry registry = Registry.over(stores, Clock.systemUTC());
 * SystemPage page = registry.systems().page(OrgId.LOCAL, SystemQuery.ALL);
 * }</pre>
 *
 * @param uploads takes what machines say
 * @param systems the systems that are known
 * @param history what they were
 * @param baselines what systems should be
 * @param baselineSystems which systems should be what
 * @param staleness when they count as stale
 * @param clock tells what time it is
 */
public record Registry(
        UploadSystems uploads,
        OwnSystems systems,
        SystemHistory history,
        Baselines baselines,
        BaselineSystems baselineSystems,
        Staleness staleness,
        Clock clock) {

    /**
     * A registry.
     *
     * @param stores where everything is kept
     * @param clock tells what time it is
     * @return the registry, with random ids
     */
    public static Registry over(SystemStores stores, Clock clock) {
        return new Registry(
                new UploadSystems(stores, clock, UUID::randomUUID),
                new OwnSystems(stores),
                new SystemHistory(stores),
                new Baselines(stores, clock, UUID::randomUUID),
                new BaselineSystems(stores, UUID::randomUUID),
                Staleness.DEFAULT,
                clock);
    }

    /**
     * The same with other uploads.
     *
     * @param others takes what machines say
     * @return the changed registry
     */
    public Registry withUploads(UploadSystems others) {
        return new Registry(others, systems, history, baselines, baselineSystems, staleness, clock);
    }

    /**
     * The same, where somebody hears what is done with baselines.
     *
     * @param listener hears it
     * @return the changed registry
     */
    public Registry withBaselineListener(BaselineListener listener) {
        return new Registry(
                uploads,
                systems,
                history,
                baselines.withListener(listener),
                baselineSystems.withListener(listener),
                staleness,
                clock);
    }

    /**
     * The same with another rule of staleness.
     *
     * @param other when systems count as stale
     * @return the changed registry
     */
    public Registry withStaleness(Staleness other) {
        return new Registry(uploads, systems, history, baselines, baselineSystems, other, clock);
    }
}

package io.drift.server.systems;

import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.RequestContext;
import io.drift.core.profile.Reading;
import io.drift.core.source.HistoricalProfile;
import io.drift.registry.Registry;
import io.drift.registry.store.OrgId;
import io.drift.server.limits.Patience;
import java.util.List;
import java.util.UUID;

/**
 * Earlier states of own systems for comparisons.
 *
 * @param registry where they are
 * @param org whose they are
 * @param reading how closely they are read
 * @param recent what was read last
 */
public record StoredHistory(Registry registry, OrgId org, Reading reading, RecentDocuments recent)
        implements HistoricalProfiles {

    private static final String WHAT = "historical profiles";

    @Override
    public List<HistoricalProfile> find(List<String> ids, RequestContext context) {
        StoredReader reader = new StoredReader(reading, registry.staleness(), recent, context.cancellation());
        Patience patience = new Patience(context, registry.clock());
        patience.check(WHAT);
        List<UUID> states = ids.stream().map(UUID::fromString).toList();
        return reader.readAll(
                states,
                each -> registry.history().find(org, states, each),
                known -> known.state().id(),
                known -> reader.state(patience.check(WHAT, known)));
    }
}

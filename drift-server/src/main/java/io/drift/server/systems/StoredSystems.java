package io.drift.server.systems;

import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.core.source.InventorySystem;
import io.drift.registry.Registry;
import io.drift.registry.store.OrgId;
import io.drift.server.limits.Patience;
import java.util.List;
import java.util.UUID;

/**
 * Own systems for comparisons, read on all processors.
 *
 * @param registry where they are
 * @param org whose they are
 * @param reading how closely they are read
 * @param recent what was read last
 */
public record StoredSystems(Registry registry, OrgId org, Reading reading, RecentDocuments recent)
        implements SystemInventory {

    private static final String WHAT = "systems";

    @Override
    public List<InventorySystem> find(List<String> ids, RequestContext context) {
        StoredReader reader = new StoredReader(reading, registry.staleness(), recent, context.cancellation());
        Patience patience = new Patience(context, registry.clock());
        patience.check(WHAT);
        List<UUID> systems = ids.stream().map(UUID::fromString).toList();
        return reader.readAll(
                systems,
                each -> registry.systems().current(org, systems, each),
                known -> known.system().id(),
                known -> reader.system(patience.check(WHAT, known)));
    }
}

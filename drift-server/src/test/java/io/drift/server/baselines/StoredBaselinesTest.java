package io.drift.server.baselines;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.source.Baseline;
import io.drift.registry.Registry;
import io.drift.registry.contract.MemoryStores;
import io.drift.registry.store.BaselineEntry;
import io.drift.registry.store.BaselineHead;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredBaseline;
import io.drift.registry.store.SystemStores;
import io.drift.testkit.BaselineDocument;
import io.drift.testkit.junit.BaselineCatalogContract;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class StoredBaselinesTest extends BaselineCatalogContract {

    @Override
    protected BaselineCatalog catalogWith(List<BaselineDocument> baselines) {
        SystemStores stores = new MemoryStores();
        stores.write(store -> {
            baselines.forEach(one -> store.baselines().add(OrgId.LOCAL, stored(one.baseline())));
            return 0;
        });
        return new StoredBaselines(Registry.over(stores, Clock.systemUTC()), OrgId.LOCAL);
    }

    private static StoredBaseline stored(Baseline baseline) {
        Instant updated = Instant.parse(String.valueOf(baseline.updated()));
        return new StoredBaseline(
                new BaselineHead(UUID.fromString(baseline.id()), baseline.name(), updated, updated, true),
                entries(baseline.facts().asMap()));
    }

    private static List<BaselineEntry> entries(Map<FactName, FactValue> facts) {
        List<BaselineEntry> entries = new ArrayList<>();
        Map<String, List<BaselineEntry.Fact>> categories = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            BaselineEntry.Fact fact = new BaselineEntry.Fact(name.member(), value);
            if (name.group() == null) {
                entries.add(fact);
            } else {
                categories
                        .computeIfAbsent(name.group(), any -> new ArrayList<>())
                        .add(fact);
            }
        });
        categories.forEach((name, members) -> entries.add(new BaselineEntry.Category(name, members)));
        return entries;
    }
}

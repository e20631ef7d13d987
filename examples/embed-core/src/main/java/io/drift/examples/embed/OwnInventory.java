package io.drift.examples.embed;

import io.drift.core.CompareSystems;
import io.drift.core.ComparisonQuery;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.source.InventorySystem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** An inventory of one's own behind the use case, with an executor and a clock of one's own. */
final class OwnInventory {

    private OwnInventory() {}

    public static void main(String[] args) {
        String one = "5b0d3c52-2f5e-4f27-9c54-8d5c1b3f0a01";
        String two = "5b0d3c52-2f5e-4f27-9c54-8d5c1b3f0a02";
        Map<String, Map<String, String>> store = Map.of(one, Map.of("arch", "x86_64"), two, Map.of("arch", "aarch64"));
        SystemInventory inventory = (ids, context) -> ids.stream()
                .filter(store::containsKey)
                .map(id -> InventorySystem.ofProfile(id, "host " + id, store.get(id)))
                .toList();
        Executor executor = Runnable::run;
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

        CompareSystems compareSystems =
                CompareSystems.of(inventory).withExecutor(executor).withClock(clock);
        ComparisonReport report =
                compareSystems.compare(ComparisonQuery.ofSystems(List.of(one, two)), RequestContext.local());
        System.out.println(report.fact("arch").orElseThrow());
    }
}

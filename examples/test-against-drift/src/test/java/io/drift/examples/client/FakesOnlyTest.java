package io.drift.examples.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.drift.core.CompareSystems;
import io.drift.core.ComparisonQuery;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.port.RequestContext;
import io.drift.core.source.InventorySystem;
import io.drift.testkit.FakeInventory;
import io.drift.testkit.Systems;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The core over a fake inventory: neither a server nor AssertJ is needed, and any test framework will do. */
class FakesOnlyTest {

    @Test
    void systems_of_a_fake_inventory_are_compared() {
        InventorySystem a = Systems.system("a").with("arch", "x86_64").document().system();
        InventorySystem b = Systems.system("b").with("arch", "aarch64").document().system();

        ComparisonReport report = CompareSystems.of(new FakeInventory().with(a, b))
                .compare(ComparisonQuery.ofSystems(List.of(a.id(), b.id())), RequestContext.local());

        assertEquals("arch DIFFERENT [a=x86_64, b=aarch64]", report.fact("arch").orElseThrow().toString());
    }
}

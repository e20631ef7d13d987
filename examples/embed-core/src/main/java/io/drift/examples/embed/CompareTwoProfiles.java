package io.drift.examples.embed;

import io.drift.core.comparison.Comparison;
import io.drift.core.source.InventorySystem;
import io.drift.json.SystemReader;
import io.drift.json.UnreadableJsonException;
import java.util.List;
import java.util.Map;

/** Two profiles: one is JSON, the other a map. What differs between them? */
final class CompareTwoProfiles {

    private CompareTwoProfiles() {}

    public static void main(String[] args) throws UnreadableJsonException {
        InventorySystem before = new SystemReader().read("before", "{\"os_release\": \"9.3\", \"cpu_flags\": [\"fpu\"]}");
        InventorySystem after =
                InventorySystem.ofProfile("after", Map.of("os_release", "9.4", "cpu_flags", List.of("fpu", "vme")));

        Comparison.of(before, after).report().onlyDifferences().comparisons().forEach(System.out::println);
    }
}

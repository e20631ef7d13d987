package io.drift.examples.embed;

import io.drift.core.comparison.Cell;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.Baseline;
import io.drift.core.source.InventorySystem;
import io.drift.json.BaselineReader;
import io.drift.json.UnreadableJsonException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Ten systems, two baselines, one of them the reference. What differs, and who has something else than the reference? */
final class CompareAFleet {

    private CompareAFleet() {}

    public static void main(String[] args) throws UnreadableJsonException {
        List<InventorySystem> systems = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> InventorySystem.ofProfile(
                        "web-" + i, Map.of("arch", "x86_64", "tuned_profile", i == 7 ? "powersave" : "virtual-guest")))
                .toList();
        Baseline golden = BaselineReader.read(
                "golden",
                "[{\"name\": \"arch\", \"value\": \"x86_64\"}, {\"name\": \"tuned_profile\", \"value\": \"virtual-guest\"}]");
        Baseline older = BaselineReader.read("older", "[{\"name\": \"tuned_profile\", \"value\": \"balanced\"}]");

        ComparisonReport report =
                Comparison.of(systems).withMore(List.of(golden, older)).withReference("golden").report();
        report.onlyDifferences().comparisons().forEach(fact -> {
            System.out.println(fact.fact() + " " + fact.state() + " " + fact.valueGroups());
            fact.cells().stream().filter(Cell::differs).forEach(cell -> System.out.println("  " + cell));
        });
    }
}

package io.drift.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.InventorySystem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {

    private static ComparisonReport example() {
        // begin
        InventorySystem before = InventorySystem.ofProfile("web-1 before", Map.of("os_release", "9.3"));
        InventorySystem after = InventorySystem.ofProfile("web-1 after", Map.of("os_release", "9.4"));
        ComparisonReport report = Comparison.of(before, after).report();
        report.onlyDifferences().comparisons().forEach(System.out::println);
        // end
        return report;
    }

    @Test
    void the_example_of_the_readme_finds_the_difference() {
        assertThat(example().onlyDifferences().facts())
                .singleElement()
                .hasToString("os_release DIFFERENT [web-1 after=9.4, web-1 before=9.3]");
    }
}

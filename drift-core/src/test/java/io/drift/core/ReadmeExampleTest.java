package io.drift.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.InventorySystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
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

    @Test
    void the_readme_shows_what_is_compiled_here() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/drift/core/ReadmeExampleTest.java"));
        String compiled = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("        // end"));
        String readme = Files.readString(Path.of("../README.md"));

        assertThat(withoutLayout(readme)).contains(withoutLayout(compiled));
    }

    /** The formatter decides where lines break, the README where they are easy to read. */
    private static String withoutLayout(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining()).replace(" ", "");
    }
}

package io.drift.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.FactSource;
import io.drift.core.source.InventorySystem;
import io.drift.json.SystemReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class GoldenReportTest {

    @TempDir
    private Path folder;

    private static ComparisonReport report(String release) {
        return Comparison.of(
                        InventorySystem.ofProfile(
                                "a", Map.of("os_release", "9.3", "arch", "x86_64", "bios_vendor", "x\ny")),
                        InventorySystem.ofProfile("b", Map.of("os_release", release, "arch", "x86_64")))
                .report()
                .onlyDifferences();
    }

    @Test
    void the_same_report_passes() {
        Path file = folder.resolve("new/fleet.txt");
        GoldenReport.in(file).write(report("9.4"));

        assertThat(file).hasContent("""
                columns: a, b
                bios_vendor DIFFERENT x\\ny: a | (missing): b
                os_release DIFFERENT 9.3: a | 9.4: b
                """);
        assertThatCode(() -> GoldenReport.in(file).check(report("9.4"))).doesNotThrowAnyException();
    }

    @Test
    void another_report_fails_with_the_lines_that_differ() {
        Path file = folder.resolve("fleet.txt");
        GoldenReport.in(file).write(report("9.4"));

        assertThatThrownBy(() -> GoldenReport.in(file).check(report("9.5")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The report is not the one in " + file + ":\n" + """
                        --- expected
                        +++ actual
                        @@ -1,3 +1,3 @@
                         columns: a, b
                         bios_vendor DIFFERENT x\\ny: a | (missing): b
                        -os_release DIFFERENT 9.3: a | 9.4: b
                        +os_release DIFFERENT 9.3: a | 9.5: b
                        If it should be, run the test once with -Ddrift.golden.rewrite=true and look at the file.""");
    }

    @Test
    void a_missing_file_fails_and_says_how_to_write_it() {
        Path file = folder.resolve("fleet.txt");

        assertThatThrownBy(() -> GoldenReport.in(file).check(report("9.4")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("There is no golden report " + file + "\nTo write it, run the test once with"
                        + " -Ddrift.golden.rewrite=true and look at the file.");
        assertThat(file).doesNotExist();
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void the_file_is_rewritten_when_told() {
        Path file = folder.resolve("fleet.txt");
        GoldenReport.in(file).write(report("9.4"));
        System.setProperty(GoldenReport.REWRITE, "true");
        try {
            GoldenReport.in(file).check(report("9.5"));
        } finally {
            System.clearProperty(GoldenReport.REWRITE);
        }

        assertThatCode(() -> GoldenReport.in(file).check(report("9.5"))).doesNotThrowAnyException();
    }

    @Test
    void the_difference_of_the_web_servers_among_the_samples_is_as_it_was() throws IOException {
        List<FactSource> servers = new ArrayList<>();
        for (String name : List.of("web-1", "web-2", "web-3")) {
            try (InputStream in = Files.newInputStream(Path.of("../samples", name + ".json"))) {
                servers.add(new SystemReader().read(name, in));
            }
        }

        GoldenReport.in(Path.of("src/test/resources/golden/web-servers.txt"))
                .check(Comparison.of(servers).withReference("web-1").report().onlyDifferences());
    }

    @Test
    void hidden_values_and_the_reference_are_told() {
        ComparisonReport hidden = Comparison.of(
                        InventorySystem.ofProfile("a", Map.of("fqdn", "host1.example.com")),
                        InventorySystem.ofProfile("b", Map.of("fqdn", "b.example.com")),
                        InventorySystem.ofProfile("c", Map.of("fqdn", "c.example.com")))
                .withReference("b")
                .report();

        assertThat(ReportText.of(hidden.fact("fqdn").orElseThrow()))
                .isEqualTo("fqdn INCOMPLETE_DATA_OBFUSCATED b.example.com: b | c.example.com: c | (hidden): a");
    }
}

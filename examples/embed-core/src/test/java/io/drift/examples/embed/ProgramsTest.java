package io.drift.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each program, and holds it to the length of a program that somebody would want to write. */
class ProgramsTest {

    private static final Path SOURCES = Path.of("src/main/java/io/drift/examples/embed");

    private interface Program {
        void main(String[] args) throws IOException;
    }

    private static String printed(Program program, String... args) throws IOException {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.main(args);
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void two_profiles_differ_in_two_facts() throws IOException {
        assertThat(printed(CompareTwoProfiles::main))
                .isEqualTo(
                        """
                        cpu_flags.vme DIFFERENT [after=enabled, before=(missing)]
                        os_release DIFFERENT [after=9.4, before=9.3]
                        """);
    }

    @Test
    void one_system_of_a_fleet_has_another_profile() throws IOException {
        assertThat(printed(CompareAFleet::main))
                .isEqualTo(
                        """
                        arch DIFFERENT [x86_64: golden, web-1, web-10, web-2, web-3, web-4, web-5, web-6, web-7, web-8, web-9, (missing): older]
                          older=(missing) DIFFERENT
                        tuned_profile DIFFERENT [virtual-guest: golden, web-1, web-10, web-2, web-3, web-4, web-5, web-6, web-8, web-9, balanced: older, powersave: web-7]
                          older=balanced DIFFERENT
                          web-7=powersave DIFFERENT
                        """);
    }

    @Test
    void most_systems_have_one_kernel() throws IOException {
        assertThat(printed(MostCommonValue::main))
                .isEqualTo("most have 5.14.0-427: a, c\nbut not 5.14.0-362: b\n");
    }

    @Test
    void systems_of_an_inventory_of_ones_own_are_compared() throws IOException {
        assertThat(printed(OwnInventory::main)).startsWith("arch DIFFERENT [host 5b0d3c52").contains("=aarch64");
    }

    @Test
    void reports_are_written(@TempDir Path folder) throws IOException {
        printed(WriteReports::main, folder.toString());

        assertThat(folder.resolve("report.json")).content().startsWith("{\"facts\":[{\"name\":\"arch\"");
        assertThat(folder.resolve("report.csv")).content().contains("arch,DIFFERENT,x86_64,aarch64\r\n");
    }

    @Test
    void documents_of_ones_own_follow_rules_of_ones_own() throws IOException {
        assertThat(printed(OwnDocuments::main))
                .isEqualTo(
                        """
                        plugins DIFFERENT [blue=[cart, search], green=[cart]]
                        port DIFFERENT [blue=8080, green=8080]
                        """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_program_has_at_most_20_lines(Path source) throws IOException {
        String text = Files.readString(source);
        String body = text.substring(text.indexOf("public static void main"));

        assertThat(body.lines().skip(1).takeWhile(line -> !line.equals("    }")).filter(line -> !line.isBlank()))
                .hasSizeLessThanOrEqualTo(20);
    }

    static Stream<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.toList().stream();
        }
    }
}

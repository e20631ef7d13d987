package io.drift.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house on the sources of all modules that are part of it. */
class SourceRulesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    @TestFactory
    Stream<DynamicTest> sources_keep_to_the_rules() {
        return HouseRule.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.unnamed() + " because " + rule.because(),
                        () -> assertThat(broken(rule)).as(rule.because()).isEmpty()));
    }

    private static List<String> broken(HouseRule rule) throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path source : sources()) {
            if (rule.binds(packageOf(source))) {
                rule.brokenBy(Files.readString(source)).forEach(line -> broken.add(source.getFileName() + ": " + line));
            }
        }
        return broken;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path root : modules.map(module -> module.resolve(SOURCES))
                    .filter(SourceRulesTest::isPartOfTheHouse)
                    .toList()) {
                try (Stream<Path> files = Files.walk(root)) {
                    sources.addAll(files.filter(file -> file.toString().endsWith(".java"))
                            .toList());
                }
            }
        }
        return sources;
    }

    /** Whoever tests or measures Drift from outside may use what it likes. */
    private static boolean isPartOfTheHouse(Path root) {
        return Files.isDirectory(root)
                && Stream.of("drift-testkit", "drift-benchmarks").noneMatch(root.toString()::contains);
    }

    private static String packageOf(Path source) {
        String path = source.getParent().toString().replace('\\', '/');
        return path.substring(path.indexOf("src/main/java/") + "src/main/java/".length())
                .replace('/', '.');
    }

    @Test
    void all_modules_are_looked_at() throws IOException {
        assertThat(sources())
                .extracting(SourceRulesTest::packageOf)
                .contains(
                        "io.drift.core",
                        "io.drift.json",
                        "io.drift.http",
                        "io.drift.clowder",
                        "io.drift.registry",
                        "io.drift.jdbc",
                        "io.drift.server.web");
    }

    @Test
    void a_name_counts_in_an_import_and_in_the_middle_of_the_code_but_not_in_a_comment() {
        HouseRule rule = HouseRule.ALL.get(3);

        assertThat(rule.brokenBy("import io.drift.http.PlatformClients;\n")).hasSize(1);
        assertThat(rule.brokenBy("import static io.drift.http.PlatformClients.*;\n"))
                .hasSize(1);
        assertThat(rule.brokenBy("    String key = io.drift.http.PlatformClients.KEY;\n"))
                .hasSize(1);
        assertThat(rule.brokenBy("/** Not {@link io.drift.http.PlatformClients}. */\n// io.drift.http.X\n"))
                .isEmpty();
        assertThat(rule.brokenBy("import io.drift.httpd.Other;\nimport my.io.drift.http.Other;\n"))
                .isEmpty();
    }
}

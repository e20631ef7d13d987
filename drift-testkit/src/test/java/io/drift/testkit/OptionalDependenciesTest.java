package io.drift.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptionalDependenciesTest {

    private static final List<Path> NEED_ONE =
            List.of(Path.of("io", "drift", "testkit", "junit"), Path.of("io", "drift", "testkit", "assertj"));

    @Test
    void only_the_packages_junit_and_assertj_need_a_test_framework() throws Exception {
        Path classes = Path.of(FakePlatform.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> others = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> NEED_ONE.stream().noneMatch(classes.relativize(file)::startsWith))
                    .toList();
            assertThat(others).hasSizeGreaterThan(20).noneMatch(OptionalDependenciesTest::needsTestFramework);
        }
    }

    private static boolean needsTestFramework(Path classFile) {
        try {
            String names = new String(Files.readAllBytes(classFile), ISO_8859_1);
            return names.contains("org/junit/") || names.contains("org/assertj/");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

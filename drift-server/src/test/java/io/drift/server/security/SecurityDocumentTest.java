package io.drift.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of {@code SECURITY.md} names a test that there is. */
class SecurityDocumentTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern PROMISE = Pattern.compile("(?m)^\\| (.+) \\| (`\\w+Test`(?:, `\\w+Test`)*) \\|$");
    private static final Pattern TEST = Pattern.compile("\\w+Test");

    @Test
    void each_promise_names_a_test_that_there_is() throws IOException {
        List<String> named = PROMISE.matcher(Files.readString(PROJECT.resolve("SECURITY.md")))
                .results()
                .flatMap(promise -> TEST.matcher(promise.group(2)).results())
                .map(MatchResult::group)
                .toList();

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files =
                Files.find(PROJECT, 12, (file, attributes) -> file.toString().endsWith("Test.java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}

package io.drift.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java on a page is a part of a file that is compiled: of an example, or of a test that says so on the page. */
class DocumentedSnippetsTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/write-your-own-adapter.md"})
    void java_on_a_page_is_compiled(String page) throws IOException {
        List<String> compiled = compiled();
        List<String> snippets = SNIPPET.matcher(Files.readString(PROJECT.resolve(page)))
                .results()
                .map(MatchResult::group)
                .map(text -> text.substring("```java\n".length(), text.length() - "```".length()))
                .toList();

        assertThat(snippets)
                .allSatisfy(snippet ->
                        assertThat(compiled).as(snippet).anyMatch(source -> source.contains(withoutLayout(snippet))));
    }

    private static List<String> compiled() throws IOException {
        try (Stream<Path> examples = Files.walk(PROJECT.resolve("examples"));
                Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            List<Path> sources = Stream.concat(examples, tests)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(10);
            List<String> texts = new ArrayList<>();
            for (Path source : sources) {
                texts.add(withoutLayout(Files.readString(source)));
            }
            return texts;
        }
    }

    /** The formatter decides where lines break, a page where they are easy to read. */
    private static String withoutLayout(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining()).replace(" ", "");
    }
}

package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReadmeConsoleTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern CONSOLE = Pattern.compile(
            "```console\n\\$ java -jar drift-server/target/drift-server\\.jar ([^\n]*)\n(.*?)```", Pattern.DOTALL);

    private static List<MatchResult> consoles() throws IOException {
        return CONSOLE.matcher(Files.readString(README)).results().toList();
    }

    @Test
    void the_readme_shows_a_command_and_no_console_that_nobody_runs() throws IOException {
        String readme = Files.readString(README);

        assertThat(consoles()).isNotEmpty().hasSize((int)
                readme.lines().filter("```console"::equals).count());
    }

    @TestFactory
    Stream<DynamicTest> the_readme_shows_what_the_command_prints() throws IOException {
        return consoles().stream()
                .map(shown -> DynamicTest.dynamicTest(
                        shown.group(1),
                        () -> assertThat(new ProgramRun()
                                        .run(fromHere(shown.group(1).split(" ")))
                                        .out())
                                .isEqualTo(shown.group(2))));
    }

    /** The README tells commands for the folder it is in; tests run in the folder of their module. */
    private static String[] fromHere(String... words) {
        return Stream.of(words)
                .map(word -> word.startsWith("samples/") ? "../" + word : word)
                .toArray(String[]::new);
    }
}

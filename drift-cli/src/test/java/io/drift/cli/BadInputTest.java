package io.drift.cli;

import static io.drift.cli.CommandRun.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each is answered with exit code 2 and one line that says which file and why. */
class BadInputTest {

    private static final String WEB_1 = sample("web-1.json");

    @TempDir
    Path folder;

    private static void assertRefused(Result result, String... words) {
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("drift: ")
                .endsWith(System.lineSeparator())
                .hasLineCount(1)
                .contains(words);
    }

    /** Named in one line; and since nothing is left to compare with, that is said in another. */
    private static void assertNotRead(Result result, String... words) {
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(2).allMatch(line -> line.startsWith("drift: "));
        assertThat(result.err().lines().findFirst().orElseThrow()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello                          | not JSON, it begins with \"hello\"; accepted are, as JSON: a host with",
                "{                              | not JSON: Unexpected end-of-input",
                "{\"arch\": \"x\"} {}        | this is an object with nothing in it; accepted are",
                "''                             | there is nothing in it",
                "'  '                           | there is nothing in it",
                "[]                             | this is an empty list; accepted are: a host with its system_profile;",
                "7                              | this is a single value; accepted are",
                "{\"results\": []}              | this is an empty list; accepted are",
                "{\"results\": [7]}             | an item of the list is not an object",
                "{\"name\": {}}                 | this is an object with the key name; accepted are",
                "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1} | with the keys a, b, c, d, e and 1 more; accepted",
                "{}                             | this is an object with nothing in it; accepted are",
                "{\"arch\": 1e1000000000000}    | the exponent of a number is too large in line 1",
                "[{\"name\":\"arch\",\"value\":\"x\"},{\"name\":\"arch\",\"value\":\"y\"}] | the fact \"arch\" stands twice in it",
                "{\"id\": \"a\"}                | this is an object with the key id; accepted are",
                "[{\"name\":\"a\",\"value\":\"1\",\"value\":\"2\"}] | \"value\" stands twice in one object",
            })
    void files_that_are_no_system(String content, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.json"), content);
        assertNotRead(new CommandRun().compare(WEB_1, file.toString()), file + ": ", why);
    }

    @Test
    void files_with_something_beyond_a_limit() throws IOException {
        Path deep = Files.writeString(folder.resolve("deep.json"), "{\"arch\":\n" + "[".repeat(2_000));
        assertNotRead(
                new CommandRun().compare(WEB_1, deep.toString()),
                deep + ": it is nested more than 1000 deep in line 2, column 1001");
        Path number = Files.writeString(folder.resolve("number.json"), "{\"arch\": " + "1".repeat(2_000) + "}");
        assertNotRead(
                new CommandRun().compare(WEB_1, number.toString()),
                number + ": a number has more than 1000 digits in line 1, column ");
    }

    @Test
    void a_place_in_a_broken_file_is_told_for_people() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\n\"arch\": [1,");
        assertThat(new CommandRun().compare(file.toString()).err())
                .contains("line 2, column")
                .doesNotContain("REDACTED", "Source");
    }

    @Test
    void a_compressed_file() throws IOException {
        Path file = folder.resolve("packed.json");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(Path.of(WEB_1), packed);
        }
        assertNotRead(
                new CommandRun().compare(WEB_1, file.toString()),
                file + ": it is packed, and what is in it is no archive");
    }

    @Test
    void a_missing_file() {
        assertNotRead(new CommandRun().compare(WEB_1, "nowhere.json"), "nowhere.json: there is no such file");
    }

    @Test
    void a_folder() {
        assertNotRead(
                new CommandRun().compare(folder.toString(), WEB_1),
                folder + ": there is no *.json and no *.collection in this folder");
    }

    @Test
    void an_unreadable_file() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.json"), "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root may read everything").isFalse();
        assertNotRead(new CommandRun().compare(WEB_1, file.toString()), file + ": permission denied");
    }

    @Test
    void a_name_that_no_file_can_have() {
        assertNotRead(new CommandRun().compare("a\u0000b"), "a\\u{0}b: this cannot be the name of a file");
    }

    @Test
    void a_name_that_would_colour_the_terminal() {
        assertNotRead(new CommandRun().compare("\u001b[31mred"), "\\u{1b}[31mred: there is no such file");
    }

    @Test
    void standard_input_that_is_empty() {
        assertNotRead(new CommandRun().compare("-"), "standard input: there is nothing in it");
    }

    @Test
    void standard_input_twice() {
        assertRefused(new CommandRun().compare("-", "--baseline", "-"), "standard input can be read only once");
    }

    @Test
    void a_missing_baseline() {
        assertNotRead(new CommandRun().compare(WEB_1, "--baseline", "no.json"), "no.json: there is no such file");
    }

    @Test
    void no_file_at_all() {
        assertRefused(new CommandRun().compare(), "FILE", "drift compare --help");
    }

    @Test
    void an_unknown_format() {
        assertRefused(
                new CommandRun().compare(WEB_1, "--format", "xml"),
                "there is no format 'xml'; choose table, json, csv, html or markdown");
    }

    @Test
    void an_unknown_option() {
        assertRefused(new CommandRun().compare(WEB_1, "--only-diferent"), "--only-diferent", "drift compare --help");
    }

    @Test
    void an_option_without_its_value() {
        assertRefused(new CommandRun().compare(WEB_1, "--reference"), "--reference");
    }

    @Test
    void an_unknown_reference() {
        assertRefused(new CommandRun().compare(WEB_1, "--reference", "x"), "--reference x is no column", "web-1");
    }

    @Test
    void words_are_never_names_of_files_with_arguments() throws IOException {
        Path words = Files.writeString(folder.resolve("words"), WEB_1);
        assertNotRead(new CommandRun().compare("@" + words), "@" + words + ": there is no such file");
    }
}

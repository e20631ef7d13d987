package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.cli.CommandRun.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values come from anywhere: no format may let them command a terminal. */
class TerminalTextTest {

    /** Controls of both ranges, a delete, line and paragraph ends, writing from right to left, an invisible tag. */
    private static final String EVIL =
            "a\u001b[2J\u0007\u007f\u009b31m\u2028\u2029\u202e\udb40\udc01 \ud83d\ude00\u00fc";

    private static final String COMMANDS = "\u001b\u0007\u007f\u009b\u2028\u2029\u202e\udb40";

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write() throws IOException {
        file = file(new ObjectMapper().writeValueAsString(EVIL));
    }

    private String file(String value) throws IOException {
        Files.writeString(folder.resolve("copy.json"), "{\"arch\": " + value + "}");
        return Files.writeString(folder.resolve("evil.json"), "{\"arch\": " + value + "}")
                .toString();
    }

    private static Result onTerminal(String file, String format) {
        return new CommandRun().on(true, 80).compare(file, file.replace("evil", "copy"), "--format", format);
    }

    private static Result inFile(String file, String format) {
        return new CommandRun().compare(file, file.replace("evil", "copy"), "--format", format);
    }

    private static void assertHarmless(String shown) {
        assertThat(shown.chars().filter(unit -> COMMANDS.indexOf(unit) >= 0)).isEmpty();
    }

    @Test
    void json_is_the_same_document_with_escapes() throws IOException {
        String shown = onTerminal(file, "json").out();
        assertHarmless(shown);
        assertThat(shown)
                .contains("\\u007f\\u009b31m\\u2028\\u2029\\u202e\\udb40\\udc01 \ud83d\ude00\u00fc")
                .endsWith("}\n");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(shown))
                .isEqualTo(json.readTree(inFile(file, "json").out()));
    }

    @Test
    void csv_has_the_escapes_of_the_table() {
        String shown = onTerminal(file, "csv").out();
        assertHarmless(shown);
        assertThat(shown)
                .startsWith("name,state,copy.json,evil.json\r\narch,SAME,")
                .contains("a\\u{1b}[2J\\u{7}\\u{7f}\\u{9b}31m\\u{2028}\\u{2029}\\u{202e}\\u{e0001} \ud83d\ude00\u00fc");
    }

    @Test
    void a_cell_of_csv_cannot_pretend_to_be_a_row() throws IOException {
        String rows =
                onTerminal(file("\"x\\\"\\r\\nkernel,SAME,\\ty\\n\""), "csv").out();
        assertThat(rows)
                .isEqualTo("name,state,copy.json,evil.json\r\narch,SAME,%1$s,%1$s\r\n"
                        .formatted("\"x\"\"\\r\\nkernel,SAME,\\ty\\n\""));
    }

    @Test
    void files_and_pipes_have_what_the_api_answers() {
        assertThat(inFile(file, "csv").out()).contains("," + EVIL + "\r\n");
        assertThat(inFile(file, "json").out()).contains("a\\u001B[2J\\u0007" + EVIL.substring(EVIL.indexOf('\u007f')));
    }

    @Test
    void what_is_harmless_stays_as_it_is() {
        String web1 = CommandRun.sample("web-1.json");
        assertThat(onTerminal(web1, "json")).isEqualTo(inFile(web1, "json"));
        assertThat(onTerminal(web1, "csv")).isEqualTo(inFile(web1, "csv"));
    }

    @Test
    void other_formats_keep_their_line_ends() throws IOException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        try (TerminalText text = new TerminalText(terminal, "text/markdown")) {
            text.write("# \"a\n\u001bb\u009b\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo("# \"a\n\\u{1b}b\\u{9b}\n");
    }
}

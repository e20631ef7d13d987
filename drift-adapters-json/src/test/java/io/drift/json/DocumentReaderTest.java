package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.json.UnreadableJsonException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static Object plain(String latin1) throws UnreadableJsonException {
        return DocumentReader.readPlain(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_plain_document_is_made_of_values_lists_and_maps() throws UnreadableJsonException {
        assertThat(plain("{\"a\":[1,2.5,\"x\",true]}")).isEqualTo(Map.of("a", List.of(1, 2.5, "x", true)));
        assertThat(plain("null")).isNull();
    }

    @Test
    void half_a_pair_is_replaced_as_an_escape_and_as_bytes() throws UnreadableJsonException {
        assertThat(plain("\"a\\ud800\"")).isEqualTo("a\ufffd");
        assertThat(plain("\"a\u00ed\u00a0\u0080\"")).isEqualTo("a\ufffd");
        assertThat(plain("\"\\ud83d\\ude00\"")).isEqualTo("\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\u00c0\u0080\"", "\"\u00f4\u0090\u0080\u0080\"", "\"\u0080\"", "\"\u00e2\u0082\"", "", "{}{}"
            })
    void what_is_neither_json_nor_utf_8_is_refused(String latin1) {
        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() -> plain(latin1))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_JSON));
    }

    @Test
    void what_is_too_deep_is_refused() {
        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() -> plain("[".repeat(1001) + "]".repeat(1001)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    /** More than an id of each would not fit into a body, and to convert long numbers is slow. */
    @Test
    void what_nobody_would_send_who_asks_for_something_is_refused() {
        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() -> plain("[" + "1,".repeat(30_000) + "1]"))
                .withMessageStartingWith("there are more than 30000 values in one document");
        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() -> plain("[" + "9".repeat(201) + "]"))
                .withMessageStartingWith("a number has more than 200 digits");
        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() -> plain("[\"" + "a".repeat(65_537) + "\"]"))
                .withMessageStartingWith("a text has more than 65536 characters");
    }

    @Test
    void as_many_values_and_characters_as_may_be_are_read() throws UnreadableJsonException {
        String text = "a".repeat(65_536);
        assertThat(plain("[\"" + text + "\"]")).isEqualTo(List.of(text));
        assertThat((List<?>) plain("[" + "1,".repeat(29_998) + "1]")).hasSize(29_999);
    }
}

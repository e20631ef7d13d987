package io.drift.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentWriterTest {

    @Test
    void what_is_written_is_read_as_it_was() throws UnreadableJsonException {
        Object plain = Map.of("a\"☃", List.of("x\n", true, 7));

        assertThat(DocumentReader.readPlain(DocumentWriter.write(plain))).isEqualTo(plain);
        assertThat(new String(DocumentWriter.write(null), UTF_8)).isEqualTo("null");
    }

    @Test
    void what_json_does_not_have_is_refused() {
        assertThatThrownBy(() -> DocumentWriter.write(Map.of("a", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

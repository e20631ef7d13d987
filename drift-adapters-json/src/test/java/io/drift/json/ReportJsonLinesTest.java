package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.comparison.Comparison;
import io.drift.core.fact.FactRecorder;
import io.drift.core.source.FactSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonLinesTest {

    @Test
    void a_header_stands_before_one_line_for_each_fact() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportJsonLines()
                .write(
                        Comparison.of(List.of(
                                        FactSource.of(
                                                "a",
                                                new FactRecorder()
                                                        .record("k", "1\n2")
                                                        .end()),
                                        FactSource.of(
                                                "b",
                                                new FactRecorder()
                                                        .record("k", "3")
                                                        .end())))
                                .report(),
                        out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("{\"columns\":[").endsWith("}");
        assertThat(lines.get(1))
                .startsWith("{\"name\":\"k\",\"state\":\"DIFFERENT\",\"cells\":[")
                .contains("1\\n2");
    }
}

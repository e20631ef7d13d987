package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.Reading;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.json.UnreadableJsonException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is not valid Unicode (Q45). In documents, {@code ~} stands for the three bytes of U+D800. */
class UnpairedSurrogatesTest {

    private static final ProfileReader PROFILES = new ProfileReader(Reading.ARCHIVED);

    private static byte[] bytes(String document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.replace('\'', '"').codePoints().forEach(point -> {
            if (point == '~') {
                bytes.writeBytes(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    private static InputStream json(String document) {
        return new ByteArrayInputStream(bytes(document));
    }

    /** Gives out so many bytes at a time. */
    private static InputStream inPieces(byte[] document, int most) {
        return new ByteArrayInputStream(document) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, most));
            }
        };
    }

    private static String value(InputStream document) throws IOException {
        return BaselineReader.readFile(document, "b")
                .get(0)
                .facts()
                .asMap()
                .values()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "\\ud800, \ufffd",
        "\\uDFFF, \ufffd",
        "a\\ud800b, a\ufffdb",
        "\\ud800\\ud800, \ufffd\ufffd",
        "\\ud83d\\ude00, \ud83d\ude00",
        "\\ud83d\\ud83d\\ude00, \ufffd\ud83d\ude00",
        "\\ude00\\ud83d, \ufffd\ufffd",
        "\\ud83d\\n, '\ufffd\n'",
        "\\\\ud800, \\ud800",
        "\\\\\\ud800, \\\ufffd",
        "\\ud83dx\\ude00, \ufffdx\ufffd",
        "~, \ufffd",
        "a~~b, a\ufffd\ufffdb",
        "\\ud83d~, \ufffd\ufffd",
        "\ud7ff\ue000\ud83d\ude00, \ud7ff\ue000\ud83d\ude00",
    })
    void are_replaced_one_by_one_wherever_a_document_is_cut(String text, String read) throws IOException {
        byte[] document = bytes("[{'name':'k" + text + "','value':'" + text + "'}]");
        for (int most = 1; most <= document.length; most++) {
            assertThat(BaselineReader.readFile(inPieces(document, most), "b")
                            .get(0)
                            .facts()
                            .asMap())
                    .hasToString("{k" + read + "=" + read + "}");
        }
    }

    @Test
    void are_replaced_at_the_border_of_a_buffer() throws IOException {
        for (String text : List.of("\\ud800", "~", "\\ud83d\\ude00", "\ud7ff")) {
            String read = text.startsWith("\\ud83d") ? "\ud83d\ude00" : text.equals("\ud7ff") ? text : "\ufffd";
            for (int length = 7_950; length < 8_010; length++) {
                assertThat(value(json("[{'name':'" + "n".repeat(length) + "','value':'" + text + "'}]")))
                        .isEqualTo("[" + read + "]");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void are_replaced_in_documents_of_other_encodings(String encoding) throws IOException {
        String document = "[{\"name\":\"a\\udc00\u00e9\",\"value\":\"\\ud800\ud83d\ude00\"}]";
        assertThat(BaselineReader.readFile(new ByteArrayInputStream(document.getBytes(Charset.forName(encoding))), "b")
                        .get(0)
                        .facts()
                        .asMap())
                .hasToString("{a\ufffd\u00e9=\ufffd\ud83d\ude00}");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, 00d8", "UTF-16BE, d800", "UTF-16BE, dc00", "UTF-32BE, 0000d800", "UTF-32LE, 00dc0000"})
    void of_other_encodings_that_are_not_even_escaped_are_replaced(String encoding, String hex) throws IOException {
        Charset charset = Charset.forName(encoding);
        String before = "[{\"name\":\"a\",\"value\":\"x";
        byte[] document = (before + "?y\"}]").getBytes(charset);
        byte[] half = HexFormat.of().parseHex(hex);
        System.arraycopy(half, 0, document, before.getBytes(charset).length, half.length);

        assertThat(value(new ByteArrayInputStream(document))).isEqualTo("[x\ufffdy]");
    }

    @Test
    void of_a_text_are_replaced_escaped_or_not() throws IOException {
        assertThat(BaselineReader.read("b", "[{\"name\":\"\ud800\",\"value\":\"\\udc00\udc00\"}]")
                        .facts()
                        .asMap())
                .hasToString("{\ufffd=\ufffd\ufffd}");
    }

    @Test
    void behind_a_byte_order_mark_or_blanks_are_replaced() throws IOException {
        assertThat(value(json("\ufeff[{'name':'\\ud800','value':'\\ud800~'}]"))).isEqualTo("[\ufffd\ufffd]");
        assertThat(value(json("\n [{'name':'\\ud800','value':'\\ud800~'}]"))).isEqualTo("[\ufffd\ufffd]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'name':'a','value':'\\ud8'}]", "[{'name':'a','value':'\\ud80", "['\\", "['\\ud800\\u"})
    void that_are_only_begun_break_a_document(String document) {
        assertThat(catchThrowableOfType(UnreadableJsonException.class, () -> value(json(document)))
                        .reason())
                .isEqualTo(Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "e08080", "f4908080", "80", "ff", "ed80", "eda0", "eda041", "c3", "f0808080"})
    void are_all_of_invalid_utf_8_that_does_not_break_a_document(String hex) {
        byte[] document = bytes("[{'name':'a','value':'" + "?".repeat(hex.length() / 2) + "'}]");
        int place = new String(document, StandardCharsets.ISO_8859_1).indexOf('?');
        for (int i = 0; i < hex.length() / 2; i++) {
            document[place + i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        assertThat(catchThrowableOfType(UnreadableJsonException.class, () -> value(new ByteArrayInputStream(document)))
                        .reason())
                .isEqualTo(Reason.NOT_JSON);
    }

    @Test
    void leave_the_place_of_a_fault_what_it_is() {
        assertThat(catchThrowableOfType(
                        UnreadableJsonException.class, () -> value(json("[{'name':'\\ud800\\ud800','value':!}]"))))
                .hasMessageEndingWith("in line 1, column 33");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "~"})
    void are_replaced_in_every_document_of_a_service(String text) throws IOException {
        assertThat(HostReader.readHosts(
                        json("{'results':[{'id':'X','display_name':'X','fqdn':'X'}]}".replace("X", text))))
                .containsExactly(new HostRecord("\ufffd", "\ufffd", "\ufffd", null, null));
        assertThat(facts(PROFILES.readProfiles(json(
                                ("{'results':[{'id':'a','system_profile':{'arch':'X','cpu_flags':['X','fpu'],'X':1,"
                                                + "'yum_repos':[{'id':'X','name':'X'}]}}]}")
                                        .replace("X", text)))
                        .get("a")
                        .facts()))
                .contains("arch=\ufffd", "cpu_flags.\ufffd=enabled");
        HistoricalProfile archived = PROFILES.readHistoricalProfiles(json(
                        ("{'data':[{'id':'X','display_name':'X','inventory_id':'X','system_profile':{'arch':'X'}}]}")
                                .replace("X", text)))
                .get(0);
        assertThat(List.of(archived.id(), archived.name(), archived.systemId())).containsOnly("\ufffd");
        assertThat(facts(TagReader.readTags(
                                json("{'results':{'a':[{'namespace':'X','key':'X','value':'X'}]}}".replace("X", text)))
                        .get("a")))
                .contains("tags.\ufffd.\ufffd=\ufffd");
        Baseline golden = BaselineReader.readBaselines(
                        json(("{'data':[{'id':'X','display_name':'X','baseline_facts':[{'name':'X','value':'X'},"
                                        + "{'name':'g','values':[{'name':'X','value':'X'}]}]}]}")
                                .replace("X", text)))
                .get(0);
        assertThat(golden.id() + golden.name() + facts(golden.facts())).doesNotContainPattern("[\ud800-\udfff]");
        assertThat(AccessReader.readPage(json("{'data':[{'permission':'X:*:*'}]}".replace("X", text)))
                        .permissions())
                .hasToString("[\ufffd:*:*]");
    }

    @Test
    void are_replaced_in_what_a_service_refuses_and_in_documents_that_are_passed_on() throws IOException {
        assertThat(NotFoundReader.readIds("{\"not_found_ids\":[\"\\ud800\",\"\ud800\"]}"))
                .contains(List.of("\ufffd", "\ufffd"));
        assertThat(ProblemReader.readDetail("{\"detail\":\"no \\udfff\"}")).contains("no \ufffd");
        assertThat(DocumentReader.readText(json("{'a~':'\\ud800'}"))).isEqualTo("{\"a\ufffd\":\"\\ufffd\"}");
    }

    @Test
    void that_differ_are_equal_once_they_are_read() throws IOException {
        ComparisonReport report = Comparison.of(
                        new SystemReader().read("one", "{\"arch\":\"\\ud800\"}"),
                        new SystemReader().read("two", "{\"arch\":\"\\udc00\"}"))
                .report();

        assertThat(written(report)).contains("\"arch\",\"state\":\"SAME\"").contains("\"value\":\"\ufffd\"");
    }

    private static String written(ComparisonReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportJson().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> facts(RecordedFacts facts) {
        return facts.asMap().entrySet().stream().map(Object::toString).toList();
    }

    @Test
    void of_an_embedder_are_replaced_where_a_report_is_written() throws IOException {
        FactRecorder odd = new FactRecorder()
                .record("k\ud800", "v\udc00\ud83d\ude00")
                .record("g.m\ud800", List.of("a\ud800", "\ud83d\ude00"));
        IntStream.range(0, 5_000).forEach(i -> odd.record("f" + i, "\udfff" + i));
        ComparisonReport report = Comparison.of(
                        new Baseline("id\ud800", "name\udc00", "time\ud800", odd.end()),
                        FactSource.of("other", "other", RecordedFacts.NONE))
                .report();

        assertThat(written(report))
                .contains("\"id\":\"id\ufffd\",\"display_name\":\"name\ufffd\",\"updated\":\"time\ufffd\"")
                .contains("{\"name\":\"k\ufffd\"", "{\"name\":\"m\ufffd\"")
                .contains("{\"id\":\"id\ufffd\",\"value\":\"v\ufffd\ud83d\ude00\"")
                .contains("[\"a\ufffd\",\"\ud83d\ude00\"]")
                .contains("\"value\":\"\ufffd4999\"");
    }
}

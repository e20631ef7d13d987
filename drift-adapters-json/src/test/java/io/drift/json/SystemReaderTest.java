package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.core.comparison.Comparison;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.LookedAt;
import io.drift.core.source.Baseline;
import io.drift.core.source.InventorySystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemReaderTest {

    private static final String HOST = """
            {"id": "1", "display_name": "web", "fqdn": "web.example.com", "updated": "2024-10-21T03:14:52+00:00",
             "system_profile": {"os_release": "9.3"}, "tags": [{"namespace": "n", "key": "k", "value": "v"}]}
            """;

    @Test
    void reads_a_bare_profile() throws UnreadableJsonException {
        InventorySystem system =
                new SystemReader().read("before", "{\"os_release\": \"9.3\", \"fqdn\": \"a.example.com\"}");

        assertThat(system.id()).isEqualTo("before");
        assertThat(system.name()).isEqualTo("before");
        assertThat(system.facts().asMap())
                .containsEntry(FactName.of("os_release"), new FactValue.Text("9.3"))
                .containsEntry(FactName.of("fqdn"), new FactValue.Text("a.example.com"));
    }

    @Test
    void reads_a_host_with_its_tags_under_the_name_given() throws IOException {
        InventorySystem system =
                new SystemReader().read("before", new ByteArrayInputStream(HOST.getBytes(StandardCharsets.UTF_8)));

        assertThat(system.id()).isEqualTo("before");
        assertThat(system.name()).isEqualTo("before");
        assertThat(system.host().updated()).isEqualTo("2024-10-21T03:14:52+00:00");
        assertThat(system.facts().asMap())
                .containsEntry(FactName.of("fqdn"), new FactValue.Text("web.example.com"))
                .containsEntry(FactName.of("tags.n.k"), new FactValue.Text("v"));
    }

    @Test
    void keeps_the_fqdn_of_a_host_without_an_id() throws UnreadableJsonException {
        InventorySystem system = new SystemReader()
                .read("a", "{\"fqdn\": \"a.example.com\", \"system_profile\": {\"os_release\": \"9.3\"}}");

        assertThat(system.facts().asMap())
                .containsEntry(FactName.of("fqdn"), new FactValue.Text("a.example.com"))
                .containsEntry(FactName.of("os_release"), new FactValue.Text("9.3"));
    }

    @Test
    void reads_two_states_of_one_host_as_two_systems() throws UnreadableJsonException {
        assertThat(Comparison.of(
                                new SystemReader().read("before", HOST),
                                new SystemReader().read("after", HOST.replace("9.3", "9.4")))
                        .report()
                        .onlyDifferences()
                        .fact("os_release"))
                .hasValueSatisfying(os -> assertThat(os.valueGroups())
                        .extracting(Object::toString)
                        .containsExactly("9.4: after", "9.3: before"));
    }

    @Test
    void a_number_has_all_its_digits() throws UnreadableJsonException {
        assertThat(texts("0.1, 0.10, 1e2, 100.0, -0.0")).containsExactly("0.1", "0.1", "100.0", "100.0", "-0.0");
        assertThat(texts("1e998, 1e999, 1e-999, 0.12345678901234567891, 0.123456789012345678910, 12345678901234567.5"))
                .containsExactly(
                        "1E+998",
                        "1E+999",
                        "1E-999",
                        "0.12345678901234567891",
                        "0.12345678901234567891",
                        "12345678901234567.5");
        assertThat(read(new SystemReader(), "{\"cpu_flags\": [1e998, 1e999]}")
                        .facts()
                        .asMap())
                .containsKeys(FactName.of("cpu_flags", "1E+998"), FactName.of("cpu_flags", "1E+999"));
    }

    /** The numbers of a list, as the values of facts. */
    private static List<String> texts(String numbers) throws UnreadableJsonException {
        List<String> texts = new ArrayList<>();
        for (String number : numbers.split(", ")) {
            String profile = "{\"arch\": \"x\", \"number\": {\"of\": " + number + "}}";
            FactValue value = read(new SystemReader(), profile).facts().asMap().get(FactName.of("number", "of"));
            texts.addAll(value.texts());
        }
        return texts;
    }

    private static InventorySystem read(SystemReader reader, String json) throws UnreadableJsonException {
        return reader.read("a", json);
    }

    @Test
    void names_what_has_a_key_twice() throws UnreadableJsonException {
        SystemReader reader = new SystemReader();

        assertThat(skipped(reader, "{\"arch\": \"x\", \"odd\": {\"in\": [{\"b\": 1, \"b\": 2}]}}"))
                .containsExactly("odd: b");
        assertThat(skipped(reader, "{\"arch\": \"x\", \"cpu_flags\": [{\"b\": 1, \"b\": 2}]}"))
                .containsExactly("cpu_flags: b");
        assertThat(skipped(reader, "{\"arch\": \"x\", \"arch\": \"y\"}")).containsExactly("arch: arch");
        assertThat(skipped(
                        reader, host("\"system_profile\": {\"arch\": \"x\"}, \"system_profile\": {\"arch\": \"y\"}")))
                .containsExactly("system_profile: system_profile");
        assertThat(
                        skipped(
                                reader,
                                host(
                                        "\"tags\": [], \"tags\": [], \"odd\": 1, \"odd\": 2, \"system_profile\": {\"arch\": \"x\"}")))
                .containsExactly("tags: tags");
        assertThat(skipped(reader, host("\"system_profile\": {\"arch\": \"x\", \"odd\": {\"b\": 1, \"b\": 1}}")))
                .containsExactly("odd: b");
        assertThat(skipped(reader, "{\"arch\": \"x\"}")).isEmpty();
    }

    @Test
    void both_count_of_what_stands_twice_in_the_profile_of_a_host() throws UnreadableJsonException {
        InventorySystem system =
                read(new SystemReader(), host("\"system_profile\": {\"arch\": \"x\", \"arch\": \"y\"}"));

        assertThat(system.facts().asMap()).containsEntry(FactName.of("arch"), new FactValue.Several(List.of("x", "y")));
        assertThat(system.profile().skipped()).isEmpty();
    }

    private static String host(String members) {
        return "{\"id\": \"1\", " + members + "}";
    }

    /** What is not compared of a document, and the key that its reason names. */
    private static List<String> skipped(SystemReader reader, String json) throws UnreadableJsonException {
        return read(reader, json).profile().skipped().stream()
                .map(part -> part.key() + ": " + part.reason().split("\"")[1])
                .toList();
    }

    @Test
    void reads_a_host_without_a_profile_even_if_it_has_no_id() throws UnreadableJsonException {
        for (String profile : List.of("null", "{}")) {
            String host = "{\"display_name\": \"web\", \"system_profile\": " + profile + "}";

            assertThat(read(new SystemReader(), host).profile().exists()).isFalse();
        }
    }

    @Test
    void refuses_what_is_not_one_system() {
        for (String wrong : new String[] {"", "{", "[]", "{}", "3", "{\"results\": []}"}) {
            assertThatExceptionOfType(UnreadableJsonException.class)
                    .as(wrong)
                    .isThrownBy(() -> new SystemReader().read("x", wrong));
        }
        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() -> new SystemReader().read("x", "{\"results\": [" + HOST + "," + HOST + "]}"))
                .withMessageContaining("2 systems");
    }

    @Test
    void a_baseline_is_read_from_a_text_too() throws UnreadableJsonException {
        Baseline golden = BaselineReader.read("golden", "[{\"name\": \"arch\", \"value\": \"x86_64\"}]");

        assertThat(golden.id()).isEqualTo("golden");
        assertThat(golden.facts().asMap()).containsEntry(FactName.of("arch"), new FactValue.Text("x86_64"));
        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() ->
                        BaselineReader.read("x", "{\"data\": [{\"baseline_facts\": []}, {\"baseline_facts\": []}]}"))
                .withMessageContaining("2 baselines");
        assertThatExceptionOfType(UnreadableJsonException.class).isThrownBy(() -> BaselineReader.read("x", "{"));
        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(
                        () -> BaselineReader.read("x", "[{\"name\": \"arch\", \"value\": \"a\", \"value\": \"b\"}]"))
                .withMessageContaining("\"value\" stands twice");
    }

    private static LookedAt lookedAt(String json) throws IOException {
        String host = "{\"id\": \"1\", \"looked_at\": " + json + ", \"system_profile\": {\"arch\": \"x86_64\"}}";
        InputStream in = new ByteArrayInputStream(host.getBytes(StandardCharsets.UTF_8));
        return new SystemReader().readAll(in).get(0).profile().lookedAt();
    }

    @Test
    void a_host_says_what_was_looked_at() throws IOException {
        LookedAt everything = LookedAt.everything();
        assertThat(lookedAt("null")).isEqualTo(everything);
        assertThat(lookedAt("{}")).isEqualTo(everything);
        assertThat(lookedAt("{\"only\": [\"installed_packages\"]}"))
                .isEqualTo(everything.withOnly(List.of("installed_packages")));
        assertThat(lookedAt("{\"except\": [\"a\", \"b.c\"]}")).isEqualTo(everything.withExcept(List.of("a", "b.c")));
        assertThat(lookedAt("{\"only\": [\"sysctl\"], \"except\": [\"sysctl.net\"]}"))
                .isEqualTo(everything.withOnly(List.of("sysctl")).withExcept(List.of("sysctl.net")));
        assertThat(lookedAt("{\"only\": []}")).isEqualTo(everything.withOnly(List.of()));
    }

    @Test
    void it_stands_beside_the_profile_in_any_place_and_is_no_fact() throws IOException {
        String host =
                "{\"system_profile\": {\"arch\": \"x86_64\"}, \"id\": \"1\", \"looked_at\": {\"only\": [\"arch\"]}}";
        HostDocument document =
                (HostDocument) new SystemReader().documents(host).get(0);

        assertThat(document.profile().facts().asMap()).containsOnlyKeys(FactName.of("arch"));
        assertThat(document.profile().lookedAt())
                .isEqualTo(LookedAt.everything().withOnly(List.of("arch")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "[\"arch\"]",
                "{\"onyl\": [\"arch\"]}",
                "{\"only\": \"arch\"}",
                "{\"only\": [1]}",
                "{\"only\": {\"arch\": 1}}",
                "{\"except\": [null]}",
                "{\"only\": [\"a\"], \"only\": [\"b\"]}",
                "{}, \"looked_at\": {\"only\": []}"
            })
    void what_is_not_clear_there_is_refused(String json) {
        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() -> lookedAt(json))
                .matches(refused -> refused.reason() == UnreadableJsonException.Reason.WRONG_SHAPE);
    }
}

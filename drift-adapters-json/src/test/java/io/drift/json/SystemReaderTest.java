package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.core.comparison.Comparison;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.source.Baseline;
import io.drift.core.source.InventorySystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
    }
}

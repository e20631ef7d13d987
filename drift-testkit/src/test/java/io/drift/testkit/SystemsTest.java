package io.drift.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.InventorySystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemsTest {

    private static final String ID = "59fca191-cba6-48d4-af2b-1b846d53bb23";

    private final SystemBuilder web = Systems.system("web-1")
            .withId(ID)
            .with("arch", "x86_64")
            .withPackages("bash-0:5.1.8-9.el9.x86_64")
            .withPackages("zlib-0:1.2.11-40.el9.x86_64")
            .withTag("insights-client", "role", "web");

    @Test
    void a_sentence_becomes_a_system() {
        InventorySystem system = web.build();

        assertThat(system.id()).isEqualTo(ID);
        assertThat(system.name()).isEqualTo("web-1");
        assertThat(system.profile().exists()).isTrue();
        assertThat(system.facts().asMap())
                .containsEntry(FactName.of("fqdn"), new FactValue.Text("web-1.example.com"))
                .containsEntry(FactName.of("arch"), new FactValue.Text("x86_64"))
                .containsEntry(FactName.of("installed_packages", "bash"), new FactValue.Text("5.1.8-9.el9.x86_64"))
                .containsEntry(FactName.of("installed_packages", "zlib"), new FactValue.Text("1.2.11-40.el9.x86_64"))
                .containsEntry(FactName.of("tags", "insights-client.role"), new FactValue.Text("web"));
    }

    @Test
    void the_same_sentence_becomes_a_host_document() {
        assertThat(web.asHostJson())
                .startsWith("{\"id\":\"" + ID + "\"")
                .contains("\"display_name\":\"web-1\"")
                .contains("\"tags\":[{\"namespace\":\"insights-client\",\"key\":\"role\",\"value\":\"web\"}]")
                .contains("\"system_profile\":{\"arch\":\"x86_64\",\"installed_packages\":[");
    }

    @Test
    void a_system_has_the_same_id_in_every_run_and_no_other_has_it() {
        String id = Systems.system("web-1").build().id();

        assertThat(id).isEqualTo(Systems.system("web-1").document().id()).matches("[0-9a-f-]{36}");
        assertThat(Systems.system("web-2").build().id()).isNotEqualTo(id);
        assertThat(Baselines.baseline("web-1").build().id()).isNotEqualTo(id);
    }

    @Test
    void a_system_of_which_nothing_was_told_never_uploaded_a_profile() {
        assertThat(Systems.system("spare-1").build().profile().exists()).isFalse();
    }

    @Test
    void a_document_does_not_change_with_its_builder() {
        SystemDocument before = web.document();
        web.with("arch", "aarch64").withPackages("vim-0:9-1.el9.x86_64").withTag(null, "late", null);

        assertThat(before.asJson())
                .doesNotContain("aarch64")
                .doesNotContain("vim")
                .doesNotContain("late");
    }

    @Test
    void a_tag_needs_neither_namespace_nor_value() {
        assertThat(Systems.system("centos-1")
                        .withTag(null, "pet", null)
                        .build()
                        .facts()
                        .asMap())
                .containsEntry(FactName.of("tags", "None.pet"), new FactValue.Text("(no value)"));
    }

    @Test
    void an_earlier_profile_is_as_today_but_for_what_is_told() {
        HistoricalProfile earlier = Systems.historicalProfileOf(web)
                .capturedAt("2024-10-07T00:00:00+00:00")
                .with("arch", "i686")
                .build();

        assertThat(earlier.systemId()).isEqualTo(ID);
        assertThat(earlier.id()).isNotEqualTo(ID);
        assertThat(earlier.name()).isEqualTo("web-1");
        assertThat(earlier.capturedDate()).isEqualTo("2024-10-07T00:00:00+00:00");
        assertThat(earlier.facts().asMap())
                .containsEntry(FactName.of("arch"), new FactValue.Text("i686"))
                .containsEntry(FactName.of("installed_packages", "bash"), new FactValue.Text("5.1.8-9.el9.x86_64"));
    }

    @Test
    void earlier_profiles_of_one_system_have_ids_of_their_own() {
        String october = Systems.historicalProfileOf(web)
                .capturedAt("2024-10-07")
                .build()
                .id();

        assertThat(Systems.historicalProfileOf(web)
                        .capturedAt("2024-11-07")
                        .build()
                        .id())
                .isNotEqualTo(october);
        assertThat(Systems.historicalProfileOf(web).withId(ID).build().id()).isEqualTo(ID);
    }

    @Test
    void a_document_without_an_id_is_none() {
        assertThatThrownBy(() -> new SystemDocument(Map.of("display_name", "web-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id");
    }

    @Test
    void what_the_platform_would_not_answer_is_refused() {
        SystemDocument odd = new SystemDocument(Map.of("id", ID, "tags", List.of("no tag")));

        assertThatThrownBy(odd::system).isInstanceOf(IllegalArgumentException.class);
    }
}

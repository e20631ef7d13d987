package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformService;
import io.drift.testkit.ScriptedAnswer;
import io.drift.testkit.SystemBuilder;
import io.drift.testkit.Systems;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services have moved since the archived service was switched off; what they answer today is understood. */
class TodaysPlatformTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORT = "/api/drift/v1/comparison_report?";
    private static final String ACCESS = "/api/rbac/v1/access/?application=drift,inventory";
    private static final String HOSTS = "/api/inventory/v1/hosts/";
    private static final String ID = "9d1b3987-8c3c-44ab-9307-d5f85fcec606";

    private DriftOverFakes drift;

    @BeforeEach
    void start() {
        drift = new DriftOverFakes(Map.of());
    }

    @AfterEach
    void stop() {
        drift.close();
    }

    private HttpResponse<String> compare(String list, List<String> ids) {
        String query = ids.stream().map(id -> list + "[]=" + id).collect(Collectors.joining("&"));
        return drift.get(REPORT + query, "x-rh-identity", Identities.user("u").header());
    }

    private static Map<String, String> facts(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, String> facts = new HashMap<>();
        for (JsonNode fact : JSON.readTree(answer.body()).path("facts")) {
            String name = fact.path("name").asText();
            facts.put(name, fact.at("/systems/0/value").asText());
            fact.path("comparisons")
                    .forEach(member -> facts.put(
                            name + "." + member.path("name").asText(),
                            member.at("/systems/0/value").asText()));
        }
        return facts;
    }

    private static String id(int number) {
        return new UUID(7, number).toString();
    }

    @Nested
    class Systems_that_are_not_there {

        @Test
        void are_named_together_over_all_calls_in_the_order_of_the_request() {
            List<String> ids = new ArrayList<>(
                    IntStream.range(0, 100).mapToObj(TodaysPlatformTest::id).toList());
            List<String> missing = List.of(id(3), id(41), id(99));
            drift.platform.serve(ids.stream()
                    .filter(id -> !missing.contains(id))
                    .map(id -> Systems.system(id).withId(id))
                    .toList());

            HttpResponse<String> answer = compare("system_ids", ids);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"ids [" + String.join(", ", missing) + "] not available to display\"}");
        }

        @Test
        void are_named_as_the_archived_service_did_when_they_are_just_left_out() {
            drift.platform.shortLists();

            assertThat(compare("system_ids", List.of(ID)).body())
                    .isEqualTo("{\"message\":\"ids [" + ID + "] not available to display\"}");
        }

        @Test
        void may_be_told_in_other_words() {
            for (String document : List.of("", "/system_profile", "/tags")) {
                drift.platform.answer(
                        PlatformService.INVENTORY,
                        HOSTS + ID + document,
                        ScriptedAnswer.json(404, "{\"detail\":\"gone\"}"));
            }

            assertThat(compare("system_ids", List.of(ID)).body()).contains("{\\\"detail\\\":\\\"gone\\\"}");
        }
    }

    @Nested
    class A_page_of_the_inventory {

        @Test
        void always_holds_all_that_is_asked_for_in_one_call() throws JsonProcessingException {
            List<String> ids =
                    IntStream.range(0, 120).mapToObj(TodaysPlatformTest::id).toList();
            drift.platform.serve(
                    ids.stream().map(id -> Systems.system(id).withId(id)).toList());

            HttpResponse<String> answer = compare("system_ids", ids);

            assertThat(JSON.readTree(answer.body()).path("systems")).hasSize(120);
            assertThat(drift.platform.calls(PlatformService.INVENTORY))
                    .hasSize(9)
                    .allSatisfy(call -> {
                        assertThat(call.path().split(",")).hasSize(40);
                        assertThat(call.path()).doesNotContain("?");
                        assertThat(call.header("x-rh-identity"))
                                .isEqualTo(Identities.user("u").header());
                    });
        }
    }

    @Nested
    class A_profile {

        private Map<String, String> factsOf(SystemBuilder system) throws JsonProcessingException {
            drift.platform.serve(system.withId(ID));
            return facts(compare("system_ids", List.of(ID)));
        }

        @Test
        void has_its_workloads_in_a_place_of_their_own() throws JsonProcessingException {
            Map<String, Object> workloads = Map.of(
                    "sap",
                    Map.of(
                            "sap_system",
                            true,
                            "sids",
                            List.of("H2O", "ABC"),
                            "instance_number",
                            "03",
                            "version",
                            "2.0"),
                    "ansible",
                    Map.of("controller_version", "4.1"),
                    "mssql",
                    Map.of("version", "15.2.0"));

            assertThat(factsOf(Systems.system("db").with("workloads", workloads)))
                    .containsEntry("sap_system", "True")
                    .containsEntry("sap_sids", "ABC, H2O")
                    .containsEntry("sap_instance_number", "03")
                    .containsEntry("sap_version", "2.0")
                    .containsEntry("ansible.controller_version", "4.1")
                    .containsEntry("mssql.version", "15.2.0");
        }

        @Test
        void may_still_have_them_at_the_root_where_they_win() throws JsonProcessingException {
            assertThat(factsOf(Systems.system("db")
                            .with("mssql", Map.of("version", "14"))
                            .with(
                                    "workloads",
                                    Map.of("mssql", Map.of("version", "15"), "ansible", Map.of("hub_version", "1")))))
                    .containsEntry("mssql.version", "14")
                    .containsEntry("ansible.hub_version", "1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "network_interfaces",
                    "yum_repos",
                    "installed_packages",
                    "installed_packages_delta",
                    "cpu_flags",
                    "kernel_modules",
                    "enabled_services",
                    "installed_services",
                    "running_processes",
                    "ansible",
                    "mssql",
                    "systemd",
                    "workloads",
                    "operating_system",
                    "sap_sids",
                    "system_memory_bytes",
                    "number_of_cpus",
                    "sap_system",
                    "captured_date",
                    "arch"
                })
        void may_have_null_anywhere(String part) throws JsonProcessingException {
            assertThat(factsOf(Systems.system("web").with("bios_vendor", "x").with(part, null)))
                    .containsEntry("bios_vendor", "x");
        }
    }

    @Nested
    class A_host {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "fqdn",
                    "updated",
                    "stale_warning_timestamp",
                    "display_name",
                    "groups",
                    "account",
                    "workspace"
                })
        void may_have_null_anywhere(String part) throws JsonProcessingException {
            drift.platform.serve(
                    Systems.system("web").withId(ID).withHost(part, null).with("arch", "x86_64"));

            assertThat(facts(compare("system_ids", List.of(ID)))).containsEntry("arch", "x86_64");
        }

        @Test
        void may_lack_nearly_everything() throws JsonProcessingException {
            answer("", "{\"results\":[{\"id\":\"" + ID + "\"}]}");
            answer("/system_profile", "{\"results\":[{\"id\":\"" + ID + "\",\"system_profile\":null}]}");
            answer("/tags", "{\"results\":{}}");

            JsonNode system =
                    JSON.readTree(compare("system_ids", List.of(ID)).body()).at("/systems/0");

            assertThat(system.path("display_name").asText()).isEqualTo(ID);
            assertThat(system.path("last_updated").isNull()).isTrue();
            assertThat(system.path("system_stale").booleanValue()).isFalse();
            assertThat(system.path("system_profile_exists").booleanValue()).isFalse();
        }

        private void answer(String document, String body) {
            drift.platform.answer(PlatformService.INVENTORY, HOSTS + ID + document, ScriptedAnswer.json(200, body));
        }
    }

    @Nested
    class Permissions {

        private HttpResponse<String> version() {
            return drift.get(
                    "/api/drift/v1/version",
                    "x-rh-identity",
                    Identities.user("u").header());
        }

        @Test
        void may_stand_on_the_last_page() {
            drift.platform.answer(
                    PlatformService.RBAC,
                    ACCESS,
                    ScriptedAnswer.json(200, "{\"links\":{\"next\":\"" + ACCESS + "&offset=1\"},\"data\":[]}"));
            drift.platform.answer(
                    PlatformService.RBAC,
                    ACCESS + "&offset=1",
                    ScriptedAnswer.json(200, "{\"data\":[{\"permission\":\"drift:*:read\"}]}"));

            assertThat(version().statusCode()).isEqualTo(200);
        }

        @Test
        void that_the_service_refuses_to_tell_are_a_failure_with_its_reason() {
            drift.platform.answer(
                    PlatformService.RBAC,
                    ACCESS,
                    ScriptedAnswer.json(
                            400, "{\"detail\":\"V2 orgs may only query applications in the allowed list.\"}"));

            assertThat(version().statusCode()).isEqualTo(500);
            assertThat(version().body())
                    .isEqualTo("{\"message\":\"Error received from backend service: V2 orgs may only query applications"
                            + " in the allowed list.\"}");
        }

        @Test
        void that_are_restricted_to_groups_are_the_business_of_the_inventory() {
            drift.platform.answer(
                    PlatformService.RBAC,
                    ACCESS,
                    ScriptedAnswer.json(
                            200,
                            "{\"data\":[{\"permission\":\"drift:comparisons:read\",\"resourceDefinitions\":"
                                    + "[{\"attributeFilter\":{\"key\":\"group.id\",\"operation\":\"equal\",\"value\":null}}]}]}"));

            assertThat(version().statusCode()).isEqualTo(200);
        }

        @Test
        void of_other_kinds_are_not_enough() {
            drift.platform.grantOnly("drift:baselines:read", "inventory:*:*");

            assertThat(version().statusCode()).isEqualTo(403);
            assertThat(version().body())
                    .isEqualTo(
                            "{\"message\":\"user does not have access to [['drift:*:*'], ['drift:comparisons:read']]\"}");
        }
    }

    @Nested
    class A_service_that_is_not_there {

        @BeforeEach
        void restart() {
            drift.close();
            drift = new DriftOverFakes(Map.of("BASELINE_SVC_URL", "", "HSP_SVC_URL", ""));
        }

        @Test
        void is_named_by_its_setting_to_who_needs_it() {
            HttpResponse<String> baselines = compare("baseline_ids", List.of(ID));
            HttpResponse<String> profiles = compare("historical_system_profile_ids", List.of(ID));

            assertThat(baselines.statusCode()).isEqualTo(400);
            assertThat(baselines.body())
                    .isEqualTo("{\"message\":\"there are no baselines here: BASELINE_SVC_URL is not set\"}");
            assertThat(profiles.statusCode()).isEqualTo(400);
            assertThat(profiles.body())
                    .isEqualTo("{\"message\":\"there are no historical profiles here: HSP_SVC_URL is not set\"}");
        }

        @Test
        void is_not_missed_by_who_does_not() throws JsonProcessingException {
            drift.platform.serve(Systems.system("web").withId(ID).with("arch", "x86_64"));

            assertThat(facts(compare("system_ids", List.of(ID)))).containsEntry("arch", "x86_64");
        }
    }
}

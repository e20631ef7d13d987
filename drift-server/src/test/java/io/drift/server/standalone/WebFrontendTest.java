package io.drift.server.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each call that the web frontend of the archived service makes, as it makes it, and the fields that it reads of the
 * answer. What its user may do, the page that it is part of asks for; Drift is never asked.
 */
class WebFrontendTest {

    private static final String BASELINES = "/api/system-baseline/v1/baselines";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temporary;

    private StandaloneDrift drift;
    private String web1;
    private String web2;

    @BeforeEach
    void start() throws IOException {
        drift = new StandaloneDrift(temporary.resolve("data"));
        web1 = upload("web-1", "2026-01-01T00:00:00+00:00", "\"bash-5.1.8-6.el9.x86_64\"");
        upload("web-1", "2026-01-02T00:00:00+00:00", "\"bash-5.1.8-9.el9.x86_64\"");
        web2 = upload(
                "web-2",
                "2026-01-02T00:00:00+00:00",
                "\"kernel-5.14.0-427.el9.x86_64\",\"kernel-5.14.0-503.el9.x86_64\"");
    }

    @AfterEach
    void stop() {
        drift.close();
    }

    private String upload(String name, String captured, String packages) throws IOException {
        String host = "{\"fqdn\":\"%s\",\"tags\":[{\"namespace\":\"env\",\"key\":\"stage\",\"value\":\"prod\"}],"
                + "\"system_profile\":{\"arch\":\"x86_64\",\"captured_date\":\"%s\",\"installed_packages\":[%s]}}";
        HttpResponse<String> answer = drift.upload(
                "application/json", host.formatted(name, captured, packages).getBytes(UTF_8));
        return JSON.readTree(answer.body()).at("/data/0/id").asText();
    }

    /** Sends what the frontend's HTTP client sends: it accepts JSON first, and says that a body is JSON. */
    private JsonNode call(String method, String path, String body) throws IOException {
        HttpResponse<byte[]> answer = answer(method, path, body);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<byte[]> answer(String method, String path, String body) {
        Map<String, String> headers = Map.of("Accept", "application/json, text/plain, */*");
        return body.isEmpty()
                ? drift.send(method, path, headers, new byte[0])
                : drift.send(
                        method,
                        path,
                        Map.of("Accept", headers.get("Accept"), "Content-Type", "application/json"),
                        body.getBytes(UTF_8));
    }

    private String create(String name) throws IOException {
        return call("POST", BASELINES, "{\"display_name\":\"" + name + "\",\"baseline_facts\":[]}")
                .path("id")
                .asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private JsonNode compare(String baselines, String profiles, String reference) throws IOException {
        return call(
                "POST",
                "/api/drift/v1/comparison_report",
                "{\"system_ids\":[\"" + web1 + "\",\"" + web2 + "\"],\"baseline_ids\":[" + baselines
                        + "],\"historical_system_profile_ids\":[" + profiles + "],\"reference_id\":\"" + reference
                        + "\"}");
    }

    private static JsonNode named(String name, JsonNode facts) {
        for (JsonNode fact : facts) {
            if (fact.path("name").asText().equals(name)) {
                return fact;
            }
        }
        throw new AssertionError(name + " is not in " + facts);
    }

    @Test
    void a_comparison_without_a_reference() throws IOException {
        JsonNode report = compare("", "", "");

        assertThat(report.path("baselines").isArray()).isTrue();
        assertThat(report.path("historical_system_profiles").isArray()).isTrue();
        assertThat(report.path("systems")).hasSize(2).allSatisfy(system -> {
            assertThat(system.path("id").asText()).isIn(web1, web2);
            assertThat(system.path("display_name").asText()).startsWith("web-");
            assertThat(system.path("last_updated").asText()).isNotEmpty();
            assertThat(system.path("system_profile_exists").asBoolean()).isTrue();
        });
        JsonNode arch = named("arch", report.path("facts"));
        assertThat(arch.path("state").asText()).isEqualTo("SAME");
        assertThat(arch.path("systems")).hasSize(2).allSatisfy(cell -> {
            assertThat(cell.path("id").asText()).isIn(web1, web2);
            assertThat(cell.path("value").asText()).isEqualTo("x86_64");
        });
        JsonNode kernel = named(
                "kernel", named("installed_packages", report.path("facts")).path("comparisons"));
        assertThat(kernel.path("state").asText()).isNotEmpty();
        assertThat(kernel.path("multivalues")).hasSize(2).allSatisfy(value -> {
            assertThat(value.path("state").asText()).isNotEmpty();
            assertThat(value.path("systems"))
                    .hasSize(2)
                    .allSatisfy(cell -> assertThat(cell.properties())
                            .extracting(Map.Entry::getKey)
                            .contains("id", "value", "state"));
        });
    }

    @Test
    void a_comparison_with_a_baseline_as_reference_and_a_historical_profile() throws IOException {
        String baseline = create("golden");
        call(
                "PATCH",
                BASELINES + "/" + baseline,
                "{\"display_name\":\"golden\",\"facts_patch\":[{\"op\":\"add\",\"path\":\"/0\",\"value\":"
                        + "{\"name\":\"arch\",\"value\":\"aarch64\"}}]}");
        String profile = call("GET", "/api/historical-system-profiles/v1/systems/" + web1, "")
                .at("/data/0/profiles/1/id")
                .asText();

        JsonNode report = compare("\"" + baseline + "\"", "\"" + profile + "\"", baseline);

        assertThat(report.at("/baselines/0/id").asText()).isEqualTo(baseline);
        assertThat(report.at("/baselines/0/display_name").asText()).isEqualTo("golden");
        assertThat(report.at("/baselines/0/updated").asText()).isNotEmpty();
        JsonNode header = report.at("/historical_system_profiles/0");
        assertThat(header.path("id").asText()).isEqualTo(profile);
        assertThat(header.path("display_name").asText()).isEqualTo("web-1");
        assertThat(header.path("updated").asText()).startsWith("2026-01-01");
        assertThat(header.path("system_id").asText()).isEqualTo(web1);
        assertThat(named("arch", report.path("facts")).path("systems"))
                .extracting(cell -> cell.path("state").asText())
                .contains("DIFFERENT");
    }

    @Test
    void a_comparison_that_fails_says_why() throws IOException {
        drift.send("DELETE", "/api/inventory/v1/hosts/" + web2);
        HttpResponse<byte[]> answer = answer(
                "POST",
                "/api/drift/v1/comparison_report",
                "{\"system_ids\":[\"" + web2 + "\"],\"baseline_ids\":[],\"historical_system_profile_ids\":[],"
                        + "\"reference_id\":\"\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("message").asText()).contains(web2);
    }

    @Test
    void the_list_of_baselines_sorted_searched_and_in_pages() throws IOException {
        create("web golden");
        create("db golden");
        for (String order : List.of("order_by=display_name&order_how=ASC", "order_by=updated&order_how=DESC")) {
            JsonNode list = call("GET", BASELINES + "?" + order + "&limit=20&offset=0&display_name=db", "");
            assertThat(list.at("/meta/count").asInt()).isEqualTo(1);
            assertThat(list.at("/meta/total_available").asInt()).isEqualTo(2);
            assertThat(list.path("data")).singleElement().satisfies(baseline -> {
                assertThat(baseline.path("id").asText()).isNotEmpty();
                assertThat(baseline.path("display_name").asText()).isEqualTo("db golden");
                assertThat(baseline.path("updated").asText()).isNotEmpty();
                assertThat(baseline.path("mapped_system_count").asInt(-1)).isZero();
                assertThat(baseline.path("notifications_enabled").isBoolean()).isTrue();
            });
        }
    }

    @Test
    void an_empty_list_of_baselines_is_known_by_its_total() throws IOException {
        JsonNode list = call("GET", BASELINES + "?order_by=display_name&order_how=ASC&limit=20&offset=0", "");

        assertThat(list.at("/meta/total_available").asInt(-1)).isZero();
        assertThat(list.path("data").isArray()).isTrue();
    }

    @Test
    void baselines_from_scratch_of_a_system_and_of_a_historical_profile() throws IOException {
        String profile = call("GET", "/api/historical-system-profiles/v1/systems/" + web1, "")
                .at("/data/0/profiles/1/id")
                .asText();
        List<String> bodies = List.of(
                "{\"display_name\":\"a\",\"baseline_facts\":[]}",
                "{\"display_name\":\"b\",\"inventory_uuid\":\"" + web1 + "\"}",
                "{\"display_name\":\"c\",\"hsp_uuid\":\"" + profile + "\"}");

        for (String body : bodies) {
            String id = call("POST", BASELINES, body).path("id").asText();
            JsonNode baseline = call("GET", BASELINES + "/" + id, "").at("/data/0");
            assertThat(baseline.path("id").asText()).isEqualTo(id);
            assertThat(baseline.path("display_name").asText()).hasSize(1);
            assertThat(baseline.path("mapped_system_count").asInt(-1)).isZero();
            assertThat(baseline.path("notifications_enabled").isBoolean()).isTrue();
            assertThat(baseline.path("baseline_facts").isEmpty()).isEqualTo(body.contains("\"a\""));
        }
    }

    @Test
    void a_copy_of_a_baseline() throws IOException {
        String id = create("golden");

        String copy = call("POST", BASELINES + "/" + id + "?display_name=copy", "{}")
                .path("id")
                .asText();

        assertThat(copy).isNotEmpty().isNotEqualTo(id);
        assertThat(call("GET", BASELINES + "/" + copy, "")
                        .at("/data/0/display_name")
                        .asText())
                .isEqualTo("copy");
    }

    @Test
    void a_baseline_is_edited_renamed_and_its_notifications_are_switched_off() throws IOException {
        String path = BASELINES + "/" + create("golden");

        JsonNode edited = call(
                "PATCH",
                path,
                "{\"display_name\":\"golden\",\"facts_patch\":[{\"op\":\"add\",\"path\":\"/0\",\"value\":"
                        + "{\"name\":\"arch\",\"value\":\"x86_64\"}},{\"op\":\"test\",\"path\":\"/0\",\"value\":"
                        + "{\"name\":\"arch\",\"value\":\"x86_64\"}}]}");
        assertThat(edited.at("/0/baseline_facts/0/name").asText()).isEqualTo("arch");
        JsonNode renamed =
                call("PATCH", path, "{\"display_name\":\"gold\",\"facts_patch\":[],\"notifications_enabled\":false}");
        assertThat(renamed.at("/0/display_name").asText()).isEqualTo("gold");
        assertThat(renamed.at("/0/notifications_enabled").asBoolean(true)).isFalse();
    }

    @Test
    void baselines_are_removed() throws IOException {
        String id = create("golden");

        call("POST", BASELINES + "/deletion_request", "{\"baseline_ids\":[\"" + id + "\"]}");

        assertThat(drift.send("GET", BASELINES + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void systems_of_a_baseline_are_associated_listed_by_groups_and_removed() throws IOException {
        String path = BASELINES + "/" + create("golden") + "/systems";
        String systems = "{\"system_ids\":[\"" + web1 + "\"]}";

        assertThat(texts(call("POST", path, systems).path("system_ids"))).containsExactly(web1);
        assertThat(texts(call("GET", path, "").path("system_ids"))).containsExactly(web1);
        assertThat(call("GET", path + "?group_names[]=A&group_names[]=B", "").path("system_ids"))
                .isEmpty();
        call("POST", path + "/deletion_request", systems);
        assertThat(call("GET", path, "").path("system_ids")).isEmpty();
    }

    /** The page drops the first, which is what the system is now. */
    @Test
    void the_history_of_a_system() throws IOException {
        JsonNode profiles = call("GET", "/api/historical-system-profiles/v1/systems/" + web1, "")
                .at("/data/0/profiles");

        assertThat(profiles)
                .extracting(profile -> profile.path("captured_date").asText())
                .containsExactly("2026-01-02T00:00:00+00:00", "2026-01-01T00:00:00+00:00");
        assertThat(profiles).allSatisfy(profile -> {
            assertThat(profile.path("id").asText()).isNotEmpty();
            assertThat(profile.path("system_id").asText()).isEqualTo(web1);
        });
    }

    @Test
    void the_history_of_a_system_that_is_gone_says_so() throws IOException {
        drift.send("DELETE", "/api/inventory/v1/hosts/" + web1);
        HttpResponse<byte[]> answer = answer("GET", "/api/historical-system-profiles/v1/systems/" + web1, "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("message").asText()).contains(web1);
    }

    @Test
    void whether_there_are_systems_at_all() throws IOException {
        String any = "/api/inventory/v1/hosts?filter[system_profile][operating_system][RHEL][version][gte]=0&page=1";

        assertThat(call("GET", any + "&per_page=1", "").path("total").asInt()).isEqualTo(2);
        assertThat(drift.send("GET", any.replace("=0&", "=9&")).body()).contains("leave out");
    }

    @Test
    void the_table_of_systems_and_their_tags() throws IOException {
        JsonNode table = call(
                "GET",
                "/api/inventory/v1/hosts?page=1&per_page=50&order_by=updated&order_how=DESC&tags=env/stage=prod"
                        + "&filter[system_profile][operating_system][RHEL][version][gte]=0",
                "");

        assertThat(table.path("total").asInt()).isEqualTo(2);
        assertThat(table.path("results")).hasSize(2).allSatisfy(row -> {
            assertThat(row.path("id").asText()).isIn(web1, web2);
            assertThat(row.path("display_name").asText()).startsWith("web-");
            assertThat(row.path("updated").asText()).isNotEmpty();
            assertThat(row.path("groups").isArray()).isTrue();
        });
        JsonNode tags = call("GET", "/api/inventory/v1/hosts/" + web1 + "," + web2 + "/tags", "")
                .path("results");
        assertThat(tags.path(web1).path(0).path("value").asText()).isEqualTo("prod");
    }
}

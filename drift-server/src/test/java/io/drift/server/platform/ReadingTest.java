package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.observability.CapturedLog;
import io.drift.server.web.ApiDocuments;
import io.drift.testkit.HistoricalProfileBuilder;
import io.drift.testkit.Identities;
import io.drift.testkit.SystemBuilder;
import io.drift.testkit.Systems;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code reading} chooses over HTTP how closely profiles are read and compared. */
class ReadingTest {

    private static final String REPORT = "/api/drift/v1/comparison_report";
    private static final String WEB = "00000000-0000-0000-0000-000000000001";
    private static final String DB = "00000000-0000-0000-0000-000000000002";
    private static final String BEFORE = "00000000-0000-0000-0000-000000000003";
    private static final String WEB_AND_DB = "?system_ids%5B%5D=" + WEB + "&system_ids%5B%5D=" + DB;
    private static final String[] USER = {
        "x-rh-identity", Identities.user("tester").header()
    };
    private static final String[] JSON_OF_USER = {USER[0], USER[1], "Content-Type", "application/json"};
    private static final ApiDocuments DOCUMENTS = new ApiDocuments();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DriftOverFakes drift = new DriftOverFakes(Map.of());

    @AfterEach
    void stop() {
        drift.close();
    }

    private static SystemBuilder web() {
        return Systems.system("web").withId(WEB);
    }

    private static SystemBuilder db() {
        return Systems.system("db").withId(DB);
    }

    /** What archived reading cannot tell apart: a repository listed twice, an epoch, and a key that it does not know. */
    private void serveHiddenDifferences() {
        drift.platform.serve(
                web().with("yum_repos", List.of(repository(false), repository(true)))
                        .withPackages("bash-0:5.1.8-9.el9.x86_64")
                        .with("threads_per_core", 1),
                db().with("yum_repos", List.of(repository(true), repository(true)))
                        .withPackages("bash-1:5.1.8-9.el9.x86_64")
                        .with("threads_per_core", 2));
    }

    private static Map<String, Object> repository(boolean gpgcheck) {
        return Map.of("name", "base", "gpgcheck", gpgcheck);
    }

    private String get(String query) {
        return checked("GET " + REPORT, drift.get(REPORT + query, USER));
    }

    private String post(String body) {
        return checked("POST " + REPORT, drift.post(REPORT, body, JSON_OF_USER));
    }

    private static String checked(String request, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        assertThat(DOCUMENTS.problems(request, answer.statusCode(), type, body)).isEmpty();
        return answer.body();
    }

    private static Map<String, String> states(String report) throws IOException {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode fact : JSON.readTree(report).path("facts")) {
            states.put(fact.path("name").asText(), fact.path("state").asText());
        }
        return states;
    }

    @Test
    void exact_finds_what_archived_hides() throws IOException {
        serveHiddenDifferences();

        assertThat(states(get(WEB_AND_DB + "&reading=exact")))
                .containsEntry("yum_repos", "DIFFERENT")
                .containsEntry("installed_packages", "DIFFERENT")
                .containsEntry("threads_per_core", "DIFFERENT");
        assertThat(states(get(WEB_AND_DB)))
                .containsEntry("yum_repos", "SAME")
                .containsEntry("installed_packages", "SAME")
                .doesNotContainKey("threads_per_core");
    }

    @Test
    void a_post_says_it_in_its_body() {
        serveHiddenDifferences();
        String ids = "{\"system_ids\":[\"" + WEB + "\",\"" + DB + "\"]";

        assertThat(post(ids + ",\"reading\":\"exact\"}")).isEqualTo(get(WEB_AND_DB + "&reading=exact"));
        assertThat(post(ids + ",\"reading\":\"archived\"}"))
                .isEqualTo(post(ids + "}"))
                .isEqualTo(get(WEB_AND_DB));
    }

    @Test
    void archived_is_the_default_and_does_not_tell_what_was_not_compared() {
        serveHiddenDifferences();

        assertThat(get(WEB_AND_DB))
                .isEqualTo(get(WEB_AND_DB + "&reading=archived"))
                .doesNotContain("not_compared");
    }

    @Test
    void of_two_the_first_counts() {
        serveHiddenDifferences();

        assertThat(get(WEB_AND_DB + "&reading=exact&reading=archived")).isEqualTo(get(WEB_AND_DB + "&reading=exact"));
        assertThat(get(WEB_AND_DB + "&reading=archived&reading=fast")).isEqualTo(get(WEB_AND_DB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "", "EXACT", "exact ", "%C3%BC"})
    void another_word_in_a_query_is_refused(String word) throws IOException {
        HttpResponse<String> answer = drift.get(REPORT + WEB_AND_DB + "&reading=" + word.replace(" ", "+"));
        String told = "'" + word.replace("%C3%BC", "\u00fc") + "'";

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(checked("GET " + REPORT, answer))
                        .path("detail")
                        .asText())
                .isEqualTo(told + " is not one of ['archived', 'exact']\n\nFailed validating 'enum' in schema:\n"
                        + "    {'type': 'string', 'enum': ['archived', 'exact']}\n\nOn instance:\n    " + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"fast\" | 'fast' is not one of ['archived', 'exact'] - 'reading'",
                "\"\" | '' is not one of ['archived', 'exact'] - 'reading'",
                "true | True is not of type 'string' - 'reading'",
                "null | None is not of type 'string' - 'reading'",
                "[\"exact\"] | ['exact'] is not of type 'string' - 'reading'"
            },
            quoteCharacter = '`')
    void another_value_in_a_body_is_refused(String value, String detail) throws IOException {
        HttpResponse<String> answer = drift.post(REPORT, "{\"reading\":" + value + "}", JSON_OF_USER);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(checked("POST " + REPORT, answer))
                        .path("detail")
                        .asText())
                .isEqualTo(detail);
    }

    @Test
    void in_the_query_of_a_post_it_is_unknown() {
        assertThat(drift.post(REPORT + "?reading=exact", "{}", JSON_OF_USER).body())
                .contains("Extra query parameter(s) reading not in spec");
    }

    @Test
    void a_host_without_a_profile_takes_no_part_and_is_named() throws IOException {
        drift.platform.serve(web().with("arch", "x86_64"), db());

        JsonNode exact = JSON.readTree(get(WEB_AND_DB + "&reading=exact"));
        assertThat(exact.path("not_compared").toString())
                .isEqualTo("[{\"id\":\"" + DB + "\",\"part\":\"system_profile\",\"reason\":\"there is no profile\"}]");
        assertThat(states(exact.toString())).containsEntry("arch", "SAME");
        assertThat(exact.path("systems")).hasSize(2);
        assertThat(states(get(WEB_AND_DB))).containsEntry("arch", "DIFFERENT");
    }

    @Test
    void the_list_of_what_was_not_compared_is_there_though_empty() {
        serveHiddenDifferences();

        assertThat(get(WEB_AND_DB + "&reading=exact"))
                .contains("\"historical_system_profiles\":[],\"not_compared\":[],\"basis\":{");
    }

    @Test
    void what_could_not_be_looked_at_is_named_and_logged_once() throws IOException {
        drift.platform.serve(web().with("deep\n", nested(250)));
        try (CapturedLog log = new CapturedLog()) {
            JsonNode named = JSON.readTree(get("?system_ids%5B%5D=" + WEB + "&reading=exact"))
                    .path("not_compared");

            assertThat(named).hasSize(1);
            assertThat(named.path(0).path("part").asText()).isEqualTo("deep\n");
            assertThat(named.path(0).path("reason").asText()).isEqualTo("nested in more than 200 levels");
            assertThat(log.lines().stream().filter(line -> line.contains("is not compared")))
                    .singleElement()
                    .asString()
                    .startsWith("DEBUG ")
                    .contains("deep\\n of " + WEB + " is not compared: nested in more than 200 levels");
        }
    }

    private static Object nested(int levels) {
        Object value = "x";
        for (int level = 0; level < levels; level++) {
            value = Map.of("a", value);
        }
        return value;
    }

    @Test
    void the_history_of_one_machine_is_not_another_machine() throws IOException {
        SystemBuilder machine = web().with("arch", "x86_64").with("network_interfaces", List.of(ethernet("10.0.0.1")));
        HistoricalProfileBuilder before =
                Systems.historicalProfileOf(machine).withId(BEFORE).capturedAt("2026-01-01T00:00:00+00:00");
        drift.platform.serve(
                machine, before, db().with("arch", "x86_64").with("network_interfaces", List.of(ethernet("10.0.0.2"))));
        String query = WEB_AND_DB + "&historical_system_profile_ids%5B%5D=" + BEFORE;

        assertThat(states(get(query + "&reading=exact")))
                .containsEntry("fqdn", "SAME")
                .containsEntry("network_interfaces", "SAME");
        assertThat(states(get(query)))
                .containsEntry("fqdn", "DIFFERENT")
                .containsEntry("network_interfaces", "DIFFERENT");

        drift.platform.serve(before.with("network_interfaces", List.of(ethernet("10.0.0.3"))));

        assertThat(states(get(query + "&reading=exact"))).containsEntry("network_interfaces", "DIFFERENT");
        assertThat(states(get(query))).containsEntry("network_interfaces", "SAME");
    }

    private static Map<String, Object> ethernet(String address) {
        return Map.of("name", "eth0", "ipv4_addresses", List.of(address));
    }

    @Test
    void systems_are_left_out_by_operating_system_whatever_the_reading() throws IOException {
        drift.platform.serve(
                web().with("arch", "x86_64"), db().with("operating_system", Map.of("name", "CentOS Linux")));

        for (String reading : List.of("archived", "exact")) {
            JsonNode report = JSON.readTree(get(WEB_AND_DB + "&reading=" + reading));
            assertThat(report.path("systems")).hasSize(1);
        }
    }

    @Test
    void both_are_counted() {
        serveHiddenDifferences();
        get(WEB_AND_DB);
        get(WEB_AND_DB + "&reading=exact");

        assertThat(drift.get("/mgmt/v0/metrics").body())
                .contains("drift_systems_compared_count 2.0", "drift_comparison_report_requests_count 2.0");
    }

    @Test
    void csv_has_the_rows_of_the_reading() {
        serveHiddenDifferences();
        String[] asCsv = {USER[0], USER[1], "Accept", "text/csv"};

        assertThat(drift.get(REPORT + WEB_AND_DB + "&reading=exact", asCsv).body())
                .contains("threads_per_core,DIFFERENT,2,1\r\n")
                .doesNotContain("not_compared");
    }
}

package io.drift.server.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.web.ApiDocuments;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines of a server of its own, from outside. */
class OwnBaselinesTest {

    private static final String BASELINES = "/api/system-baseline/v1/baselines";
    private static final String REPORT = "/api/drift/v1/comparison_report?";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temporary;

    private final ApiDocuments documents = new ApiDocuments();
    private StandaloneDrift drift;

    @BeforeEach
    void start() throws IOException {
        drift = new StandaloneDrift(temporary.resolve("data"));
    }

    @AfterEach
    void stop() {
        drift.close();
    }

    private String upload(String sample) throws IOException {
        return idOfUploaded(Files.readString(Path.of("..", "samples", sample)));
    }

    private String idOfUploaded(String host) throws IOException {
        return JSON.readTree(drift.upload("application/json", host.getBytes(StandardCharsets.UTF_8))
                        .body())
                .at("/data/0/id")
                .asText();
    }

    /** Sends a body with single quotes; the answer has to be as the API document says. */
    private HttpResponse<String> answer(String method, String path, String body) {
        HttpResponse<String> answer =
                body.isEmpty() ? drift.send(method, path) : drift.send(method, path, quoted(body));
        assertThat(documents.problems(
                        method + " " + path,
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.body().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        return answer;
    }

    private static String quoted(String body) {
        return body.replace('\'', '"');
    }

    private JsonNode sent(String method, String path, String body) throws IOException {
        HttpResponse<String> answer = answer(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private void refused(int status, String message, String method, String path, String body) {
        HttpResponse<String> answer = answer(method, path, body);
        assertThat(answer.body()).contains(message);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private JsonNode get(String path) throws IOException {
        return sent("GET", path, "");
    }

    private String create(String body) throws IOException {
        return sent("POST", BASELINES, body).path("id").asText();
    }

    private String create(String name, String facts) throws IOException {
        return create("{'display_name':'" + name + "','baseline_facts':" + facts + "}");
    }

    private List<String> names(String query) throws IOException {
        return get(BASELINES + query).path("data").findValuesAsText("display_name");
    }

    @Test
    void a_system_does_not_differ_from_the_baseline_that_was_made_of_it() throws IOException {
        String web = upload("web-1.json");
        JsonNode golden = sent("POST", BASELINES, "{'display_name':'golden','inventory_uuid':'" + web + "'}");

        JsonNode report = drift.get(REPORT + "system_ids%5B%5D=" + web + "&baseline_ids%5B%5D="
                + golden.path("id").asText() + "&short_circuit=true");

        assertThat(golden.path("fact_count").asInt()).isGreaterThan(10);
        assertThat(golden.path("skipped_facts").isArray()).isTrue();
        assertThat(report.findValuesAsText("state")).isNotEmpty().containsOnly("SAME");
        assertThat(report.at("/baselines/0/display_name").asText()).isEqualTo("golden");
    }

    @Test
    void what_does_not_fit_into_a_baseline_is_skipped_and_told() throws IOException {
        String web = idOfUploaded("{\"fqdn\":\"web\",\"system_profile\":{\"arch\":\"x86_64\",\"os_release\":\" 9\","
                + "\"cpu_model\":\"" + "m".repeat(1001) + "\"}}");

        JsonNode made = sent("POST", BASELINES, "{'display_name':'golden','inventory_uuid':'" + web + "'}");

        assertThat(made.path("skipped_facts").findValuesAsText("name"))
                .containsExactlyInAnyOrder("os_release", "cpu_model");
        assertThat(made.path("skipped_facts").findValuesAsText("reason"))
                .contains("Value for os_release cannot have leading or trailing whitespace.");
        assertThat(made.path("baseline_facts").findValuesAsText("name")).contains("arch", "fqdn");
    }

    @Test
    void a_baseline_is_made_of_a_historical_profile() throws IOException {
        String web = idOfUploaded(quoted(
                "{'fqdn':'web','system_profile':{'arch':'x86_64'," + "'captured_date':'2026-01-01T00:00:00+00:00'}}"));
        idOfUploaded(quoted(
                "{'fqdn':'web','system_profile':{'arch':'aarch64'," + "'captured_date':'2026-01-02T00:00:00+00:00'}}"));
        String before = drift.get("/api/historical-system-profiles/v1/systems/" + web)
                .at("/data/0/profiles/1/id")
                .asText();

        JsonNode made = sent("POST", BASELINES, "{'display_name':'before','hsp_uuid':'" + before + "'}");

        assertThat(made.path("baseline_facts").toString()).contains(quoted("{'name':'arch','value':'x86_64'}"));
    }

    @Test
    void facts_are_sorted_and_come_back_as_they_were_given() throws IOException {
        String id = create(
                "golden",
                "[{'name':'b','value':['2','1']},{'name':'A','value':'x'},"
                        + "{'name':'a','values':[{'name':'Z','value':'z'},{'name':'y','value':['1']}]},{'name':'c','values':[]}]");

        JsonNode one = get(BASELINES + "/" + id);

        assertThat(one.at("/data/0/baseline_facts"))
                .isEqualTo(JSON.readTree(quoted("[{'name':'A','value':'x'},"
                        + "{'name':'a','values':[{'name':'y','value':['1']},{'name':'Z','value':'z'}]},"
                        + "{'name':'b','value':['2','1']},{'name':'c','values':[]}]")));
        assertThat(one.at("/data/0/fact_count").asInt()).isEqualTo(4);
        assertThat(one.at("/data/0/org_id").asText()).isEqualTo("local");
        assertThat(one.at("/data/0/created").asText()).endsWith("Z");
        assertThat(get("/api/system-baseline/v1/version").path("version").asText())
                .isEqualTo("1.1.0");
    }

    @Test
    void a_list_is_paged_sorted_and_searched() throws IOException {
        for (String name : List.of("b&1", "C", "a")) {
            create(name, "[]");
        }

        assertThat(names("")).containsExactly("a", "b&1", "C");
        assertThat(names("?order_how=DESC")).containsExactly("C", "b&1", "a");
        assertThat(names("?order_by=created_on")).containsExactly("b&1", "C", "a");
        assertThat(names("?order_by=updated&order_how=DESC")).containsExactly("a", "C", "b&1");
        assertThat(names("?display_name=B%26")).containsExactly("b&1");
        assertThat(names("?limit=1&offset=1")).containsExactly("b&1");
        JsonNode page = get(BASELINES + "?limit=2&display_name=%26");
        assertThat(page.path("meta"))
                .isEqualTo(JSON.readTree(quoted("{'count':1,'limit':2,'offset':0,'total_available':3}")));
        assertThat(page.at("/data/0").has("baseline_facts")).isFalse();
        JsonNode links = get(BASELINES + "?limit=2").path("links");
        String end = "&order_by=display_name&order_how=ASC";
        assertThat(links.path("first").asText()).isEqualTo(BASELINES + "?limit=2&offset=0" + end);
        assertThat(links.path("previous").asText()).isEqualTo(BASELINES + "?limit=2&offset=0" + end);
        assertThat(links.path("next").asText()).isEqualTo(BASELINES + "?limit=2&offset=2" + end);
        assertThat(links.path("last").asText()).isEqualTo(BASELINES + "?limit=2&offset=1" + end);
        for (String wrong :
                List.of("limit=0", "limit=101", "offset=-1", "order_by=id", "order_how=asc", "display_name=")) {
            refused(400, "", "GET", BASELINES + "?" + wrong, "");
        }
    }

    @Test
    void a_patch_changes_facts_name_and_notifications() throws IOException {
        String id = create("golden", "[{'name':'arch','value':'x'},{'name':'c','values':[{'name':'m','value':'1'}]}]");

        JsonNode changed = sent(
                "PATCH",
                BASELINES + "/" + id,
                "{'display_name':'silver','notifications_enabled':false,'facts_patch':["
                        + "{'op':'test','path':'/0/value','value':'x'},{'op':'replace','path':'/0/value','value':'y'},"
                        + "{'op':'copy','from':'/1/values/0','path':'/2'},{'op':'move','from':'/2','path':'/0'},"
                        + "{'op':'add','path':'/2/values/-','value':{'name':'a','value':['1']}},"
                        + "{'op':'remove','path':'/2/values/0'}]}");

        assertThat(changed).hasSize(1);
        assertThat(changed.at("/0/baseline_facts"))
                .isEqualTo(JSON.readTree(quoted("[{'name':'arch','value':'y'},"
                        + "{'name':'c','values':[{'name':'a','value':['1']}]},{'name':'m','value':'1'}]")));
        assertThat(changed.at("/0/display_name").asText()).isEqualTo("silver");
        assertThat(changed.at("/0/notifications_enabled").asBoolean()).isFalse();
        assertThat(changed.at("/0").has("mapped_system_count")).isFalse();
        sent("PATCH", BASELINES + "/" + id, "{'display_name':'silver','facts_patch':[]}");
    }

    @Test
    void a_patch_that_does_not_fit_or_breaks_a_rule_changes_nothing() throws IOException {
        String id = create("golden", "[{'name':'arch','value':'x'}]");
        String other = create("other", "[]");
        JsonNode before = get(BASELINES + "/" + id);
        String unable = "unable to apply patch to baseline";
        String[][] patches = {
            {"{'op':'test','path':'/0/value','value':'y'}", unable},
            {"{'op':'remove','path':'/7'}", unable},
            {"{'op':'fly','path':'/0'}", unable},
            {"{'path':'/0'}", unable},
            {"{'op':'remove'}", unable},
            {"{'op':'copy','from':'no pointer','path':'/0'}", unable},
            {"{'op':'replace','path':'/0/value','value':7}", "is not of type 'string'"},
            {"{'op':'replace','path':'/0/value','value':null}", "is not of type 'string'"},
            {"{'op':'remove','path':'/0/name'}", "'name' is a required property"},
            {"{'op':'add','path':'/0/more','value':'x'}", "Additional properties"},
            {"{'op':'replace','path':'','value':{}}", "is not of type 'array'"},
            {"{'op':'remove','path':''}", ""},
            {
                "{'op':'add','path':'/1','value':{'name':'c','values':[{'name':'d','values':[]}]}}",
                "Additional properties"
            },
            {"{'op':'add','path':'/1','value':{'name':'arch','value':'y'}}", "A fact with this name already exists."},
        };

        for (String[] patch : patches) {
            refused(
                    400,
                    patch[1],
                    "PATCH",
                    BASELINES + "/" + id,
                    "{'display_name':'golden','facts_patch':[" + patch[0] + "]}");
        }
        refused(400, "required", "PATCH", BASELINES + "/" + id, "{'facts_patch':[]}");
        refused(400, "required", "PATCH", BASELINES + "/" + id, "{'display_name':'golden'}");
        refused(400, "already exists", "PATCH", BASELINES + "/" + other, "{'display_name':'golden','facts_patch':[]}");
        refused(404, "Not Found", "PATCH", BASELINES + "/" + NOBODY, "{'display_name':'x','facts_patch':[]}");

        assertThat(get(BASELINES + "/" + id)).isEqualTo(before);
    }

    @Test
    void a_patch_cannot_make_much_of_little() throws IOException {
        String id = create("golden", "[{'name':'arch','value':'" + "x".repeat(1000) + "'}]");
        String doubling = IntStream.range(0, 40)
                .mapToObj(i -> "{'op':'copy','from':'','path':'/-'}")
                .collect(Collectors.joining(","));
        String many = IntStream.range(0, 101)
                .mapToObj(i -> "{'op':'copy','from':'/0','path':'/-'}")
                .collect(Collectors.joining(","));

        refused(
                400,
                "attempted to save fact list over 1048576 bytes",
                "PATCH",
                BASELINES + "/" + id,
                "{'display_name':'golden','facts_patch':[" + doubling + "]}");
        refused(
                400,
                "a patch may copy 100 times at most",
                "PATCH",
                BASELINES + "/" + id,
                "{'display_name':'golden','facts_patch':[" + many + "]}");
    }

    @Test
    void what_breaks_a_rule_is_refused_in_the_words_of_the_archived_service() throws IOException {
        create("golden", "[]");
        String web = upload("web-1.json");
        String[][] wrong = {
            {"'display_name':'golden'", "A baseline with this name already exists."},
            {"'display_name':' x'", "Baseline name cannot have leading or trailing whitespace."},
            {"'display_name':''", "too short"},
            {"'display_name':'" + "n".repeat(201) + "'", "too long"},
            {"'display_name':7", "is not of type 'string'"},
            {"'baseline_facts':[]", "required property"},
            {"'display_name':'x','more':1", "Additional properties are not allowed"},
            {"'display_name':'x','baseline_facts':{}", "is not of type 'array'"},
            {"'display_name':'x','baseline_facts':[7]", "is not of type 'object' - 'baseline_facts.0'"},
            {
                "'display_name':'x','baseline_facts':[],'inventory_uuid':'" + web + "'",
                "Both baseline facts and inventory id provided, can clone only one."
            },
            {
                "'display_name':'x','baseline_facts':[],'hsp_uuid':'" + web + "'",
                "Both baseline facts and hsp id provided, can clone only one."
            },
            {
                "'display_name':'x','hsp_uuid':'" + web + "','inventory_uuid':'" + web + "'",
                "Both hsp id and system id provided, can clone only one."
            },
            {"'display_name':'x','inventory_uuid':'no'", "malformed UUIDs requested (no)"},
        };
        for (String[] one : wrong) {
            refused(400, one[1], "POST", BASELINES, "{" + one[0] + "}");
        }
        refused(
                404,
                "inventory UUID " + NOBODY + " not available",
                "POST",
                BASELINES,
                "{'display_name':'x','inventory_uuid':'" + NOBODY + "'}");
        refused(
                404,
                "hsp UUID " + NOBODY + " not available",
                "POST",
                BASELINES,
                "{'display_name':'x','hsp_uuid':'" + NOBODY + "'}");
        assertThat(names("")).containsExactly("golden");
    }

    @Test
    void a_fact_that_breaks_a_rule_is_refused_in_the_words_of_the_archived_service() throws IOException {
        String[][] wrong = {
            {"{'name':'a','value':'1'},{'name':'a','value':'2'}", "A fact with this name already exists."},
            {"{'name':'a','values':[]},{'name':'a','values':[]}", "A category with this name already exists."},
            {
                "{'name':'c','values':[{'name':'a','value':'1'},{'name':'a','value':'2'}]}",
                "A fact with this name already exists."
            },
            {"{'name':'','value':'1'}", "fact name cannot be empty"},
            {"{'name':'a','value':''}", "value for a cannot be empty"},
            {"{'name':'a','value':[]}", "value for a cannot be empty"},
            {"{'name':'a'}", "value for a cannot be empty"},
            {"{'name':' a','value':'1'}", "Fact name cannot have leading or trailing whitespace."},
            {"{'name':'a','value':'1 '}", "Value for a cannot have leading or trailing whitespace."},
            {"{'name':'a','value':'1','values':[]}", "fact a cannot have value and values defined"},
            {"{'name':'" + "n".repeat(501) + "','value':'1'}", " is over 500 characters"},
            {"{'name':'a','value':'" + "v".repeat(1001) + "'}", " is over 1000 characters"},
        };

        for (String[] one : wrong) {
            refused(400, one[1], "POST", BASELINES, "{'display_name':'x','baseline_facts':[" + one[0] + "]}");
        }
        String large = IntStream.range(1000, 2050)
                .mapToObj(i -> "{'name':'" + i + "','value':'" + "v".repeat(971) + "'}")
                .collect(Collectors.joining(","));
        refused(
                400,
                "attempted to save fact list over 1048576 bytes",
                "POST",
                BASELINES,
                "{'display_name':'x','baseline_facts':[" + large + "]}");
        // the body is not waited for, so a client that sends it may meet a closed connection
        assertThat(drift.raw("POST " + BASELINES + " HTTP/1.1\r\nHost: " + drift.host()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n"))
                .startsWith("HTTP/1.1 413 ");
        create("a fact and a category may share a name", "[{'name':'a','value':[' 1']},{'name':'a','values':[]}]");
    }

    @Test
    void a_copy_has_the_facts_and_the_notifications_but_not_the_systems() throws IOException {
        String web = upload("web-1.json");
        String id = create("golden", "[{'name':'arch','value':'x'}]");
        sent("PATCH", BASELINES + "/" + id, "{'display_name':'golden','notifications_enabled':false,'facts_patch':[]}");
        sent("POST", BASELINES + "/" + id + "/systems", "{'system_ids':['" + web + "']}");

        JsonNode copy = sent("POST", BASELINES + "/" + id + "?display_name=a%20%26%20b", "{}");

        assertThat(copy.path("display_name").asText()).isEqualTo("a & b");
        assertThat(copy.path("fact_count").asInt()).isEqualTo(1);
        assertThat(copy.path("notifications_enabled").asBoolean()).isFalse();
        assertThat(get(BASELINES).path("data").findValuesAsText("mapped_system_count"))
                .containsExactly("0", "1");
        refused(400, "already exists", "POST", BASELINES + "/" + id + "?display_name=golden", "{}");
        refused(400, "no value given for display_name", "POST", BASELINES + "/" + id, "{}");
        refused(404, "Not Found", "POST", BASELINES + "/" + NOBODY + "?display_name=x", "{}");
        refused(415, "application/json", "POST", BASELINES + "/" + id + "?display_name=x", "");
    }

    @Test
    void baselines_are_removed_together_or_not_at_all() throws IOException {
        String one = create("one", "[]");
        String two = create("two", "[]");

        refused(
                404,
                "ids [" + NOBODY + "] not available to delete",
                "DELETE",
                BASELINES + "/" + one + "," + NOBODY,
                "");
        refused(404, "ids [" + NOBODY + "] not available to display", "GET", BASELINES + "/" + one + "," + NOBODY, "");
        refused(400, "duplicate IDs in request", "GET", BASELINES + "/" + one + "," + one, "");
        refused(400, "malformed UUIDs requested (x, y)", "GET", BASELINES + "/x," + one + ",y", "");
        refused(
                400,
                "duplicate IDs in request",
                "POST",
                BASELINES + "/deletion_request",
                "{'baseline_ids':['" + one + "','" + one + "']}");
        assertThat(names("")).hasSize(2);
        assertThat(sent("DELETE", BASELINES + "/" + one, "").asText()).isEqualTo("OK");
        assertThat(sent("POST", BASELINES + "/deletion_request", "{'baseline_ids':['" + two + "']}")
                        .asText())
                .isEqualTo("OK");
        assertThat(names("")).isEmpty();
    }

    @Test
    void a_removed_system_takes_its_associations_along() throws IOException {
        String web = upload("web-1.json");
        String other = upload("web-2.json");
        String systems = BASELINES + "/" + create("golden", "[]") + "/systems";

        assertThat(sent("POST", systems, "{'system_ids':['" + web + "','" + other + "']}")
                        .toString())
                .isEqualTo(quoted("{'system_ids':['" + web + "','" + other + "']}"));
        refused(
                400,
                "System " + web + " already associated with this baseline",
                "POST",
                systems,
                "{'system_ids':['" + web + "']}");
        refused(
                404,
                "ids [" + NOBODY + "] not available to display",
                "POST",
                systems,
                "{'system_ids':['" + NOBODY + "']}");
        refused(404, "Not Found", "GET", BASELINES + "/" + NOBODY + "/systems", "");
        refused(
                400,
                "Failed to remove system id " + NOBODY + " from mapped systems - not in list",
                "DELETE",
                systems + "/" + web + "," + NOBODY,
                "");
        assertThat(get(systems).path("system_ids")).hasSize(2);

        assertThat(drift.send("DELETE", "/api/inventory/v1/hosts/" + other).statusCode())
                .isEqualTo(200);

        assertThat(get(systems).path("system_ids").toString()).isEqualTo(quoted("['" + web + "']"));
        assertThat(sent("DELETE", systems + "/" + web, "").asText()).isEqualTo("OK");
        assertThat(get(systems).path("system_ids")).isEmpty();
        sent("POST", systems, "{'system_ids':['" + web + "']}");
        sent("POST", systems + "/deletion_request", "{'system_ids':['" + web + "']}");
        assertThat(get(systems).path("system_ids")).isEmpty();
    }

    @Test
    void other_services_tell_of_groups_and_of_systems_that_are_gone() throws IOException {
        String internal = "/api/system-baseline/internal/v1";
        String web = upload("web-1.json");
        String group = "00000000-0000-4000-8000-000000000009";
        String golden = create("golden", "[]");
        String systems = BASELINES + "/" + golden + "/systems";
        refused(404, "Not Found", "PATCH", internal + "/systems/" + web, "{'groups':[]}");
        sent("POST", systems, "{'system_ids':['" + web + "']}");
        assertThat(get(systems + "?group_ids%5B%5D=").path("system_ids")).hasSize(1);

        JsonNode changed =
                sent("PATCH", internal + "/systems/" + web, "{'groups':[{'id':'" + group + "','name':'a&b'}]}");

        assertThat(changed.at("/0/system_baseline_id").asText()).isEqualTo(golden);
        assertThat(changed.at("/0/groups/0/name").asText()).isEqualTo("a&b");
        assertThat(get(systems + "?group_ids%5B%5D=").path("system_ids")).isEmpty();
        assertThat(get(systems + "?group_names%5B%5D=x&group_names%5B%5D=a%26b").path("system_ids"))
                .hasSize(1);
        assertThat(get(systems + "?group_ids%5B%5D=" + group).path("system_ids"))
                .hasSize(1);
        assertThat(get(internal + "/baselines?system_id=" + web).toString()).contains(golden);
        assertThat(get(internal + "/baselines?system_id=" + NOBODY)).isEmpty();
        assertThat(get(internal + "/version").path("version").asText()).isEqualTo("1.1.0");
        JsonNode status = get("/api/system-baseline/admin/status");
        assertThat(status.path("totalBaselinesCount").asInt()).isEqualTo(1);
        assertThat(status.path("createdBaselinesToday").asInt()).isEqualTo(1);
        assertThat(status.at("/BaselinesAssociationsBuckets/1").asInt()).isEqualTo(1);
        assertThat(get("/api/drift/admin/status"))
                .as("whoever runs the server is its staff")
                .isEqualTo(status);
        sent("DELETE", internal + "/systems/" + web, "");
        assertThat(get(internal + "/baselines")).isEmpty();
        sent("POST", systems, "{'system_ids':['" + web + "']}");
        sent("POST", internal + "/systems/deletion_request", "{'system_ids':['" + web + "']}");
        assertThat(get(systems).path("system_ids")).isEmpty();
    }
}

package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.clowder.InvalidSettingsException;
import io.drift.server.web.ApiDocuments;
import io.drift.testkit.Identities;
import io.drift.testkit.SystemBuilder;
import io.drift.testkit.Systems;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a report is answered over HTTP, and how, is chosen by parameters, or by members of the body. */
class ReportChoiceTest {

    private static final String REPORT = "/api/drift/v1/comparison_report";
    private static final String UNKNOWN = "00000000-0000-0000-0000-00000000ffff";
    private static final List<String> IDS = IntStream.range(0, 6)
            .mapToObj(number -> String.format("00000000-0000-0000-0000-%012d", number))
            .toList();
    private static final String ALL =
            "?" + IDS.stream().map(id -> "system_ids%5B%5D=" + id).collect(Collectors.joining("&"));
    private static final String[] USER = {
        "x-rh-identity", Identities.user("tester").header()
    };
    private static final String[] JSON_OF_USER = {USER[0], USER[1], "Content-Type", "application/json"};
    private static final ApiDocuments DOCUMENTS = new ApiDocuments();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DriftOverFakes drift = new DriftOverFakes(Map.of());

    /** Of six, the last one has an older bash and another kernel module. */
    @BeforeEach
    void serve() {
        drift.platform.serve(
                IntStream.range(0, 6).mapToObj(ReportChoiceTest::system).toArray(SystemBuilder[]::new));
    }

    @AfterEach
    void stop() {
        drift.close();
    }

    private static SystemBuilder system(int number) {
        boolean odd = number == 5;
        return Systems.system("web-" + number)
                .withId(IDS.get(number))
                .withPackages("bash-0:5.1.8-" + (odd ? 6 : 9) + ".el9.x86_64", "zlib-0:1-1.x86_64")
                .with("kernel_modules", List.of(odd ? "nfs" : "xfs"));
    }

    private JsonNode get(String query) throws IOException {
        HttpResponse<String> answer = drift.get(REPORT + query, USER);
        checked("GET " + REPORT, answer);
        return JSON.readTree(answer.body());
    }

    private static void checked(String request, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        assertThat(DOCUMENTS.problems(request, answer.statusCode(), type, body)).isEmpty();
    }

    private static List<String> names(JsonNode facts) {
        return facts.findValuesAsText("name");
    }

    @Test
    void groups_tell_who_has_which_value() throws IOException {
        JsonNode report = get(ALL + "&view=groups&reading=exact&fact=installed_packages.bash");
        assertThat(report.path("view").asText()).isEqualTo("groups");
        assertThat(report.path("columns")).hasSize(6);
        assertThat(report.path("facts")).hasSize(1);
        assertThat(report.path("facts").path(0).path("values").findValuesAsText("count"))
                .containsExactly("5", "1");
    }

    @Test
    void names_may_be_whole() throws IOException {
        JsonNode few = get(ALL + "&view=clusters&reading=exact");
        JsonNode all = get(ALL + "&view=clusters&reading=exact&names=all");
        assertThat(few.path("view").asText()).isEqualTo("clusters");
        assertThat(all.path("groups").size()).isEqualTo(few.path("groups").size());
    }

    @Test
    void outliers_say_if_there_are_too_few_machines() throws IOException {
        assertThat(get(ALL + "&view=outliers").path("view").asText()).isEqualTo("outliers");
    }

    /** A pattern without a dot takes the members of the group. */
    @ParameterizedTest
    @CsvSource({
        "fact=installed_packages, bash zlib installed_packages",
        "fact=*.bash, bash installed_packages",
        "fact=*.bash&fact=*.zlib, bash zlib installed_packages",
        "state=same&fact=installed_packages, zlib installed_packages",
        "state=older, bash installed_packages",
        "'state=older,same&fact=installed_packages', bash zlib installed_packages"
    })
    void facts_are_chosen_by_name_and_by_what_is_so(String choice, String expected) throws IOException {
        JsonNode facts = get(ALL + "&reading=exact&" + choice).path("facts");
        List<String> chosen = facts.findParents("comparisons").isEmpty()
                ? names(facts)
                : facts.findParents("state").stream()
                        .filter(fact -> fact.has("name") && !fact.has("id"))
                        .map(fact -> fact.path("name").asText())
                        .toList();
        assertThat(chosen).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void a_body_chooses_too() throws IOException {
        HttpResponse<String> answer = drift.post(
                REPORT,
                JSON.writeValueAsString(Map.of(
                        "system_ids",
                        IDS,
                        "view",
                        "groups",
                        "state",
                        List.of("older"),
                        "reading",
                        "exact",
                        "names",
                        "all")),
                JSON_OF_USER);
        checked("POST " + REPORT, answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(names(JSON.readTree(answer.body()).path("facts"))).containsExactly("installed_packages.bash");
    }

    @ParameterizedTest
    @CsvSource({
        "csv, text/csv, '    bash,DIFFERENT'",
        "jsonl, application/x-ndjson, installed_packages",
        "markdown, text/markdown, bash",
        "html, text/html, bash"
    })
    void a_format_is_named_whatever_is_accepted(String format, String mediaType, String part) {
        HttpResponse<String> answer = drift.get(REPORT + ALL + "&format=" + format, USER);
        checked("GET " + REPORT, answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
        assertThat(answer.body()).contains(part);
    }

    @ParameterizedTest
    @CsvSource({
        "html, outliers, Which machine is odd",
        "html, clusters, Which machines are the same",
        "markdown, outliers, ### Odd machines",
        "markdown, clusters, | machines | fingerprint | who |"
    })
    void pages_show_machines_too(String format, String view, String part) {
        HttpResponse<String> answer = drift.get(
                REPORT + ALL + "&reading=exact&partial=true&system_ids%5B%5D=" + UNKNOWN + "&view=" + view + "&format="
                        + format,
                USER);
        checked("GET " + REPORT, answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(part, "Not found: ");
    }

    @Test
    void pages_tell_of_ids_that_are_not_there() {
        for (String format : List.of("html", "markdown", "jsonl")) {
            assertThat(drift.get(REPORT + ALL + "&partial=true&system_ids%5B%5D=" + UNKNOWN + "&format=" + format, USER)
                            .body()
                            .replace("\\", ""))
                    .as(format)
                    .contains(UNKNOWN);
        }
    }

    @Test
    void no_browser_gets_a_page_by_what_it_accepts() {
        HttpResponse<String> answer = drift.get(REPORT + ALL, USER[0], USER[1], "Accept", "text/html,*/*;q=0.8");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void ids_that_are_not_there_are_told_if_that_is_asked_for() throws IOException {
        String withUnknown = ALL + "&system_ids%5B%5D=" + UNKNOWN;
        assertThat(drift.get(REPORT + withUnknown, USER).statusCode()).isEqualTo(404);
        for (String reading : List.of("archived", "exact")) {
            JsonNode report = get(withUnknown + "&partial=true&reading=" + reading);
            assertThat(report.path("systems")).hasSize(6);
            assertThat(report.path("not_compared").path(0).path("id").asText()).isEqualTo(UNKNOWN);
            assertThat(report.path("not_compared").path(0).path("reason").asText())
                    .contains("nothing with this id");
        }
        JsonNode groups = get(withUnknown + "&partial=true&view=groups");
        assertThat(groups.path("summary")
                        .path("not_compared")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(UNKNOWN);
        assertThat(drift.get(REPORT + "?partial=true&system_ids%5B%5D=" + UNKNOWN, USER)
                        .statusCode())
                .isEqualTo(404);
        assertThat(drift.get(REPORT + withUnknown + "&partial=true&format=csv", USER)
                        .body())
                .contains("cannot tell of ids that are not there");
    }

    @Test
    void a_policy_of_the_server_counts_unless_that_is_not_wanted(@TempDir Path folder) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "ignore: [installed_packages]\n");
        try (DriftOverFakes strict = new DriftOverFakes(Map.of("DRIFT_POLICY", policy.toString()))) {
            strict.platform.serve(
                    IntStream.range(0, 6).mapToObj(ReportChoiceTest::system).toArray(SystemBuilder[]::new));
            String groups = REPORT + ALL + "&view=groups&reading=exact";
            JsonNode usual = JSON.readTree(strict.get(groups, USER).body());
            assertThat(names(usual.path("facts"))).doesNotContain("installed_packages.bash");
            assertThat(usual.path("summary").path("hidden").path(0).path("rule").asText())
                    .isEqualTo("ignore:1");
            JsonNode everything =
                    JSON.readTree(strict.get(groups + "&policy=none", USER).body());
            assertThat(names(everything.path("facts"))).contains("installed_packages.bash");
            assertThat(strict.get(REPORT + ALL, USER).body())
                    .isEqualTo(drift.get(REPORT + ALL, USER).body());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignore: 1         | :1:9:",
                "extends: archived | no policy touches archived reports",
            })
    void a_server_does_not_start_with_a_policy_that_is_none(String text, String message, @TempDir Path folder)
            throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), text);
        assertThatThrownBy(() -> new DriftOverFakes(Map.of("DRIFT_POLICY", policy.toString())))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> new DriftOverFakes(Map.of("DRIFT_POLICY", folder.toString())))
                .hasMessageContaining("it is a folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "view=odd       | 'odd' is not one of ['cells', 'groups', 'outliers', 'clusters'] - 'view'",
                "state=odd      | is not one of ['older', 'newer', 'missing', 'extra', 'mixed', 'different', 'incomplete', 'same']",
                "state=         | '' is not one of ['older',",
                "names=some     | is not one of ['few', 'all'] - 'names'",
                "format=pdf     | is not one of ['json', 'csv'",
                "policy=mine    | is not one of ['default', 'none'] - 'policy'",
                "partial=yes    | is not one of ['true', 'false'] - 'partial'",
                "names=all      | is for the views groups, outliers and clusters",
                "view=outliers&state=same    | chooses facts of the views cells and groups, and not of outliers",
                "view=groups&format=csv      | the format csv does not have the view groups",
                "view=outliers&format=jsonl  | the format jsonl does not have the view outliers",
                "view=groups&names=all&format=html  | 'names' is for json: the format html is bounded",
                "view=OUTLIERS  | 'OUTLIERS' is not one of ['cells', 'groups', 'outliers', 'clusters'] - 'view'",
                "state=newer    | needs a reference_id",
            })
    void what_is_unknown_or_cannot_be_is_refused(String choice, String message) throws IOException {
        HttpResponse<String> answer = drift.get(REPORT + ALL + "&" + choice, USER);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'view': 1          | 1 is not of type 'string' - 'view'",
                "'state': 'same'    | 'same' is not of type 'array' - 'state'",
                "'fact': [1]        | 1 is not of type 'string' - 'fact.0'",
                "'partial': 'true'  | 'true' is not of type 'boolean' - 'partial'",
            })
    void members_of_the_wrong_type_are_refused(String member, String message) throws IOException {
        HttpResponse<String> answer = drift.post(
                REPORT, "{\"system_ids\": [\"" + IDS.get(0) + "\"], " + member.replace('\'', '"') + "}", JSON_OF_USER);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("detail").asText()).isEqualTo(message);
    }
}

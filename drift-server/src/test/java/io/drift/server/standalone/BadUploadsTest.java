package io.drift.server.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that cannot be taken: the answer says what to change, and what was there before still is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadUploadsTest {

    private static final String HOSTS = "/api/inventory/v1/hosts";
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MANY = 10_000;

    private StandaloneDrift drift;
    private JsonNode before;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        drift = new StandaloneDrift(temporary.resolve("data"));
        byte[] sample = Files.readAllBytes(Path.of("..", "samples", "web-1.json"));
        assertThat(drift.upload(JSON, sample).statusCode()).isEqualTo(201);
        before = drift.get(HOSTS);
    }

    /** What a test brought in. */
    @AfterEach
    void removeOthers() throws IOException {
        String kept = before.at("/results/0/id").asText();
        drift.get(HOSTS).path("results").findValuesAsText("id").stream()
                .filter(id -> !id.equals(kept))
                .forEach(id -> drift.send("DELETE", HOSTS + "/" + id));
        assertThat(drift.get(HOSTS)).isEqualTo(before);
    }

    @AfterAll
    void stop() {
        drift.close();
    }

    private static Arguments bad(String what, int status, String reason, String body) {
        return Arguments.of(what, status, reason, body);
    }

    private static Arguments member(String member, String reason) {
        return bad(member, 400, reason, "{\"fqdn\":\"web-2\",\"system_profile\":{}," + member + "}");
    }

    private static Arguments longName(String member, String reason) {
        return bad(
                member + " of 10,000 characters",
                400,
                reason,
                "{\"machine_id\":\"0123456789abcdef0123456789abcdef\",\"system_profile\":{},"
                        + member.replace("NAME", "\"" + "n".repeat(MANY) + "\"") + "}");
    }

    private static String hosts(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "{\"fqdn\":\"m" + i + "\",\"system_profile\":{}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    static List<Arguments> bad() {
        return List.of(
                bad("nothing", 400, "the body is empty", ""),
                bad("no JSON", 400, "it is no JSON from line 1, column ", "Name: web-2"),
                bad("half a document", 400, "no JSON from line 1", "{\"fqdn\":\"web-2\",\"system_profile\":{\"a\":"),
                bad("a text", 400, "a host document is expected", "\"web-2\""),
                bad("an empty array", 400, "the array is empty", "[]"),
                bad("an array that is cut", 400, "nothing was kept", "[{\"fqdn\":\"web-2\",\"system_profile\":{}},"),
                bad("words behind the end", 400, "something stands behind the end", hosts(1) + "{}"),
                bad("no profile", 400, "no system_profile that is an object", "{\"fqdn\":\"web-2\"}"),
                bad("a profile that is a list", 400, "no system_profile", "{\"fqdn\":\"x\",\"system_profile\":[]}"),
                bad("nobody", 400, "which machine it is", "{\"system_profile\":{}}"),
                bad("localhost", 400, "which machine it is", "{\"fqdn\":\"localhost\",\"system_profile\":{}}"),
                member("\"fqdn\":\"web-3\"", "\"fqdn\" stands twice"),
                bad(
                        "a key twice in the profile",
                        400,
                        "\"arch\" stands twice in it",
                        "{\"fqdn\":\"web-2\",\"system_profile\":{\"arch\":\"x\",\"a\":1,\"arch\":\"y\"}}"),
                bad(
                        "a list twice in the profile",
                        400,
                        "\"network_interfaces\" stands twice in it",
                        "{\"fqdn\":\"web-2\",\"system_profile\":{\"network_interfaces\":[],\"network_interfaces\":[]}}"),
                member("\"display_name\":{}", "display_name must be a text"),
                member("\"reporter\":[]", "reporter must be a text"),
                member("\"display_name\":\"half \\ud800 a character\"", "display_name has half of a character"),
                member("\"tags\":[{\"key\":\"\\udc00\"}]", "the key of a tag has half of a character"),
                bad(
                        "a host name with half of a character",
                        400,
                        "fqdn has half of a character",
                        "{\"machine_id\":\"0123456789abcdef0123456789abcdef\","
                                + "\"system_profile\":{\"fqdn\":\"web-\\ud83d\"}}"),
                member("\"machine_id\":\"x\"", "machine_id is no UUID"),
                member("\"insights_id\":7", "insights_id must be a text"),
                member("\"captured_date\":7", "captured_date must be a text"),
                member("\"tags\":{}", "tags must be a list"),
                member("\"tags\":[7]", "a tag must be an object with a key"),
                member("\"tags\":[{\"key\":7}]", "the key of a tag must be a text"),
                member(
                        "\"tags\":"
                                + IntStream.range(0, 1000)
                                        .mapToObj(i -> "{\"key\":\"k" + i + "\"}")
                                        .collect(Collectors.joining(",", "[", "]")),
                        "at most 500 tags"),
                longName("\"fqdn\":NAME", "fqdn is longer than 255"),
                longName("\"display_name\":NAME", "display_name is longer than 255"),
                longName("\"machine_id\":NAME", "stands twice"),
                longName("\"tags\":[{\"key\":NAME}]", "the key of a tag is longer than 255"),
                longName("\"tags\":[{\"key\":\"k\",\"value\":NAME}]", "the value of a tag is longer than 255"),
                bad(
                        "a number with a huge exponent",
                        400,
                        "the exponent of a number is too large",
                        "{\"fqdn\":\"x\",\"system_profile\":{\"a\":1e1000000000000}}"),
                bad("1,001 hosts", 413, "a call may bring 1000 hosts: send several", hosts(1001)),
                bad(
                        "a host of more than 5 MB",
                        413,
                        "a host may have 5 MB",
                        "{\"fqdn\":\"web-2\",\"system_profile\":{\"x\":\"" + "x".repeat(5_000_000) + "\"}}"),
                bad(
                        "too deep",
                        413,
                        "too deep",
                        "{\"fqdn\":\"x\",\"system_profile\":{\"a\":" + "[".repeat(MANY) + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void are_answered_with_what_to_change(String what, int status, String reason, String body) throws IOException {
        HttpResponse<String> answer = drift.upload(JSON, body.getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode told = MAPPER.readTree(answer.body());
        assertThat(
                        told.has("detail")
                                ? told.path("detail").asText()
                                : told.at("/data/0/reason").asText())
                .isNotEmpty()
                .contains(reason);
        assertThat(drift.get(HOSTS)).isEqualTo(before);
    }

    @Test
    void of_64_MiB_are_refused_whatever_is_in_them() throws IOException {
        byte[] body = ("{\"fqdn\":\"web-2\",\"system_profile\":{\"x\":\"" + "x".repeat(65 << 20) + "\"}}")
                .getBytes(ISO_8859_1);

        HttpResponse<String> answer = drift.upload(JSON, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("too long");
        assertThat(drift.get(HOSTS)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"captured_date\":\"9999999-01-01T00:00:00Z\"",
                "\"captured_date\":\"-999999999-01-01T00:00:00Z\"",
                "\"captured_date\":\"0000-00-00T00:00:00Z\"",
                "\"captured_date\":\"yesterday\"",
                "\"display_name\":\"a \\u0000 and a \\n\"",
                "\"display_name\":\"\"",
                "\"tags\":[{\"key\":\"\"}]",
                "\"mac_addresses\":7",
                "\"mac_addresses\":[{}]",
                "\"unknown\":[[[]]]",
            })
    void that_are_only_odd_are_taken_or_refused_and_never_an_error_of_the_server(String member) throws IOException {
        String body = "{\"fqdn\":\"web-2\",\"system_profile\":{\"arch\":\"x\"}," + member + "}";

        HttpResponse<String> answer = drift.upload(JSON, body.getBytes(UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400);
        assertAllCanBeAsked(answer.statusCode() == 201 ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"network_interfaces\":7",
                "\"network_interfaces\":[7,null,{\"mac_address\":[]}]",
                "\"installed_packages\":{\"a\":1}",
                "\"installed_packages\":[7,\"\",null,\"no nevra\"]",
                "\"system_memory_bytes\":\"much\"",
                "\"arch\":null",
                "\"fqdn\":7",
                "\"\":1",
                "\"a.b\":{\"c.d\":1}",
                "\"n\":1e999999999",
                "\"workloads\":[]",
                "\"yum_repos\":[[]]",
            })
    void with_profiles_of_wrong_types_are_taken_or_refused_and_never_an_error_of_the_server(String member)
            throws IOException {
        String body = "{\"fqdn\":\"web-2\",\"system_profile\":{" + member + "}}";

        HttpResponse<String> answer = drift.upload(JSON, body.getBytes(UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400);
        assertAllCanBeAsked(answer.statusCode() == 201 ? 2 : 1);
    }

    @Test
    void with_a_fact_whose_name_has_10000_characters_are_taken_and_a_number_of_as_many_digits_is_not()
            throws IOException {
        String name = "{\"fqdn\":\"web-2\",\"system_profile\":{\"" + "k".repeat(MANY) + "\":1}}";
        assertThat(drift.upload(JSON, name.getBytes(UTF_8)).statusCode()).isEqualTo(201);
        String digits = "{\"fqdn\":\"web-3\",\"system_profile\":{\"n\":" + "1".repeat(MANY) + "}}";
        HttpResponse<String> answer = drift.upload(JSON, digits.getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("a number in it is too long");
        assertAllCanBeAsked(2);
    }

    @Test
    void whose_bytes_are_no_text_are_refused() throws IOException {
        byte[] body = "{\"fqdn\":\"w\u00e4b\",\"system_profile\":{}}".getBytes(ISO_8859_1);

        assertThat(drift.upload(JSON, body).statusCode()).isEqualTo(400);
        assertThat(drift.get(HOSTS)).isEqualTo(before);
    }

    /** The list, the profiles and a report in each reading. */
    private void assertAllCanBeAsked(int systems) throws IOException {
        JsonNode hosts = drift.get(HOSTS);
        assertThat(hosts.path("total").asInt()).isEqualTo(systems);
        List<String> ids = hosts.path("results").findValuesAsText("id");
        assertThat(drift.send("GET", HOSTS + "/" + String.join(",", ids) + "/system_profile")
                        .statusCode())
                .isEqualTo(200);
        String report = "/api/drift/v1/comparison_report?"
                + ids.stream().map(id -> "system_ids%5B%5D=" + id).collect(Collectors.joining("&"));
        assertThat(drift.send("GET", report).statusCode()).isEqualTo(200);
        assertThat(drift.send("GET", report + "&reading=archived").statusCode()).isEqualTo(200);
    }
}

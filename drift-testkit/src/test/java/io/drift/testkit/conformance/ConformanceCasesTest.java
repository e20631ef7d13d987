package io.drift.testkit.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.PlatformService;
import io.drift.testkit.junit.FakePlatformExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCasesTest {

    private static final String REPORT = """
            {"name": "two", "about": "two systems", "category": "facts", "env_profile": "rbac-off",
             "env": {"ENABLE_RBAC": "False"},
             "request": {"method": "POST", "path": "/api/drift/v1/comparison_report",
               "query": [["system_ids[]", "a b"], ["x", "~*é"]], "headers": {"x-rh-identity": "e30="},
               "body": {"system_ids": ["é"]}},
             "upstreams": [
               {"service": "inventory", "path": "/hosts/a,b?x=1", "status": 200, "body": {"results": [1.0, null]},
                "expect_request_headers": {"x-rh-identity": "e30="}},
               {"service": "hsp", "path": "/profiles/a", "status": 404, "text": "gone"},
               {"service": "rbac", "path": "/access", "status": 200, "drop": true}],
             "response": {"status": 200, "headers": {"content-type": "application/json; charset=UTF-8"},
               "json": {"facts": [{"name": "b", "state": "SAME"}, {"name": "b", "state": "DIFFERENT"}],
                 "systems": [], "count": 2}},
             "response_if_fixed": {"status": 200, "json": {"facts": []}}}
            """;

    @TempDir
    private Path folder;

    private ConformanceCase read(String text) throws IOException {
        return ConformanceCases.read(Files.writeString(folder.resolve("case.json"), text));
    }

    private ConformanceCase wanting(String response, String compare) throws IOException {
        return read("{\"name\": \"n\", \"request\": {\"method\": \"GET\", \"path\": \"/\"}, \"response\": " + response
                + ", \"compare\": " + compare + "}");
    }

    private static List<String> problems(ConformanceCase recorded, String body) {
        return recorded.check(200, Map.of(), body.getBytes(UTF_8));
    }

    @Nested
    class Reading {

        @Test
        void finds_the_cases_of_a_folder_in_the_order_of_their_paths() throws Exception {
            Files.createDirectories(folder.resolve("b"));
            Files.writeString(folder.resolve("b/a.json"), REPORT.replace("\"two\"", "\"second\""));
            Files.writeString(folder.resolve("a.json"), REPORT.replace("\"two\"", "\"first\""));
            Files.writeString(folder.resolve("README.md"), "no case");

            assertThat(ConformanceCases.in(folder))
                    .extracting(ConformanceCase::name)
                    .containsExactly("first", "second");
        }

        @Test
        void takes_over_what_the_file_says() throws Exception {
            ConformanceCase recorded = read(REPORT);

            assertThat(recorded).hasToString("facts/two");
            assertThat(recorded.about()).isEqualTo("two systems");
            assertThat(recorded.quirk()).isNull();
            assertThat(recorded.envProfile()).isEqualTo("rbac-off");
            assertThat(recorded.env()).containsExactly(Map.entry("ENABLE_RBAC", "False"));
            assertThat(recorded.upstreams())
                    .extracting(CaseUpstream::service)
                    .containsExactly(
                            PlatformService.INVENTORY, PlatformService.HISTORICAL_PROFILES, PlatformService.RBAC);
        }

        @Test
        void names_a_file_that_is_no_case() throws Exception {
            assertThatThrownBy(() -> read("{}"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("case.json")
                    .hasMessageContaining("name");
            assertThatThrownBy(() -> read(REPORT.replace("hsp", "psh"))).hasMessageContaining("psh");
        }
    }

    @Nested
    class Requests {

        @Test
        void are_encoded_as_the_recorder_did() throws Exception {
            CaseRequest request = read(REPORT).request();

            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.pathAndQuery())
                    .isEqualTo("/api/drift/v1/comparison_report?system_ids%5B%5D=a+b&x=~%2A%C3%A9");
            assertThat(new String(request.body(), UTF_8)).isEqualTo("{\"system_ids\":[\"é\"]}");
            assertThat(request.headers())
                    .containsOnly(Map.entry("x-rh-identity", "e30="), Map.entry("Content-Type", "application/json"));
        }

        @Test
        void keep_their_own_query_and_content_type_and_text() throws Exception {
            CaseRequest request = CaseRequest.of(new ObjectMapper()
                    .readTree("{\"method\": \"POST\", \"path\": \"/p\", \"raw_query\": \"a=[&\", \"query\": [],"
                            + " \"headers\": {\"content-TYPE\": \"text/plain\"}, \"body_text\": \"{broken\"}"));

            assertThat(request.pathAndQuery()).isEqualTo("/p?a=[&");
            assertThat(request.headers()).containsOnly(Map.entry("content-TYPE", "text/plain"));
            assertThat(new String(request.body(), UTF_8)).isEqualTo("{broken");
        }

        @Test
        void need_neither_query_nor_body() throws Exception {
            CaseRequest request = wanting("{\"status\": 200}", "{}").request();

            assertThat(request).hasToString("GET /");
            assertThat(request.body()).isEmpty();
            assertThat(request.headers()).isEmpty();
        }
    }

    @Nested
    class Responses {

        private static final Map<String, List<String>> JSON =
                Map.of("Content-Type", List.of("Application/JSON;charset=\"utf-8\""));

        @Test
        void may_have_keys_and_facts_of_one_name_in_any_order() throws Exception {
            String body = "{\"systems\": [], \"count\": 2.0,"
                    + " \"facts\": [{\"state\": \"DIFFERENT\", \"name\": \"b\"}, {\"state\": \"SAME\", \"name\": \"b\"}]}";

            assertThat(read(REPORT).check(200, JSON, body.getBytes(UTF_8))).isEmpty();
        }

        @Test
        void are_told_what_is_wrong_with_them() throws Exception {
            String body = "{\"facts\": [{\"name\": \"b\", \"state\": \"SAME\"}], \"systems\": {}, \"more\": null}";

            assertThat(read(REPORT).check(404, Map.of("x", List.of()), body.getBytes(UTF_8)))
                    .containsExactly(
                            "status: expected 200, got 404",
                            "header content-type: expected application/json; charset=UTF-8, got null",
                            "$.count: missing (expected 2)",
                            "$.facts: expected 2 items, got 1, missing [b]",
                            "$.facts[0:b].state: expected \"DIFFERENT\", got \"SAME\"",
                            "$.more: unexpected (got null)",
                            "$.systems: expected [], got {}");
        }

        @Test
        void are_compared_by_type() throws Exception {
            ConformanceCase recorded = wanting("{\"status\": 200, \"json\": {\"n\": 1, \"b\": true}}", "{}");

            assertThat(problems(recorded, "{\"n\": \"1\", \"b\": 1}")).hasSize(2);
        }

        @Test
        void must_be_json_in_utf_8() throws Exception {
            ConformanceCase recorded = read(REPORT);

            assertThat(recorded.check(200, JSON, "<html>".getBytes(UTF_8)))
                    .containsExactly("the body is not JSON: <html>");
            assertThat(recorded.check(200, JSON, new byte[0])).hasSize(1);
            assertThat(recorded.check(200, JSON, new byte[] {(byte) 0xff}))
                    .singleElement()
                    .asString()
                    .startsWith("the body is not UTF-8");
        }

        @Test
        void may_contain_more_than_a_part() throws Exception {
            ConformanceCase recorded =
                    wanting("{\"status\": 200, \"json_contains\": {\"a\": {\"b\": 1}, \"c\": [1]}}", "{}");

            assertThat(problems(recorded, "{\"a\": {\"b\": 1, \"x\": 2}, \"c\": [1], \"y\": 3}"))
                    .isEmpty();
            assertThat(problems(recorded, "{\"a\": {\"x\": 2}, \"c\": [1, 2]}"))
                    .containsExactly("$.a.b: missing", "$.c: expected 1 items, got 2");
            assertThat(problems(recorded, "[]")).containsExactly("$: expected an object, got []");
        }

        @Test
        void may_have_either_line_end() throws Exception {
            ConformanceCase recorded = wanting("{\"status\": 200, \"text\": \"a\\r\\nb\\r\\n\"}", "{}");

            assertThat(problems(recorded, "a\nb\n")).isEmpty();
            assertThat(problems(recorded, "a\nc\n")).containsExactly("line 2: expected b, got c");
            assertThat(problems(recorded, "a\nb")).containsExactly("line 3: expected , got <end>");
        }

        @Test
        void may_contain_pieces_of_text() throws Exception {
            ConformanceCase recorded = wanting("{\"status\": 200, \"text_contains\": [\"a\", \"b\"]}", "{}");

            assertThat(problems(recorded, "xaxbx")).isEmpty();
            assertThat(problems(recorded, "xax")).containsExactly("the body does not contain \"b\"");
        }

        @Test
        void must_not_have_headers_that_are_unwanted() throws Exception {
            ConformanceCase recorded = wanting("{\"status\": 200, \"absent_headers\": [\"allow\"]}", "{}");

            assertThat(recorded.check(200, Map.of("Allow", List.of("GET")), new byte[0]))
                    .containsExactly("header allow: expected none, got GET");
        }

        @Test
        void may_have_a_message_in_another_order_where_allowed() throws Exception {
            String wanted = "{\"status\": 200, \"json\": {\"message\": \"ids [a, b] not available\"}}";
            String got = "{\"message\": \"ids [b, a] not available\"}";

            assertThat(problems(wanting(wanted, "{\"message_unordered\": true}"), got))
                    .isEmpty();
            assertThat(problems(wanting(wanted, "{\"message_unordered\": true}"), got.replace("b", "c")))
                    .hasSize(1);
            assertThat(problems(wanting(wanted, "{}"), got)).hasSize(1);
        }

        @Test
        void may_have_any_detail_where_allowed() throws Exception {
            ConformanceCase recorded = wanting(
                    "{\"status\": 200, \"json\": {\"detail\": \"x\", \"status\": 400}}",
                    "{\"detail_free_text\": true}");

            assertThat(problems(recorded, "{\"detail\": \"y\", \"status\": 400}"))
                    .isEmpty();
            assertThat(problems(recorded, "{\"detail\": \"\", \"status\": 400}"))
                    .hasSize(1);
            assertThat(problems(recorded, "{\"detail\": \"y\", \"status\": 401}"))
                    .hasSize(1);
        }

        @Test
        void may_be_other_ones_where_something_is_fixed() throws Exception {
            ConformanceCase fixed = read(REPORT).ifFixed().orElseThrow();

            assertThat(problems(fixed, "{\"facts\": []}")).isEmpty();
            assertThat(wanting("{\"status\": 200}", "{}").ifFixed()).isEmpty();
        }
    }

    @Nested
    @ExtendWith(FakePlatformExtension.class)
    class Upstreams {

        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        @BeforeEach
        void prepare(FakePlatform platform) throws IOException {
            read(REPORT).prepare(platform);
        }

        private HttpResponse<String> get(URI base, String path) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("X-RH-IDENTITY", "e30=")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        @Test
        void answer_what_the_case_says(FakePlatform platform) throws Exception {
            assertThat(get(platform.inventoryUrl(), "/hosts/a%2Cb?x=1").body()).isEqualTo("{\"results\": [1.0, null]}");
            assertThat(get(platform.historicalProfilesUrl(), "/profiles/a").body())
                    .isEqualTo("gone");
            assertThatThrownBy(() -> get(platform.rbacUrl(), "/access")).isInstanceOf(IOException.class);
            assertThat(read(REPORT).checkCalls(platform)).isEmpty();
        }

        @Test
        void are_told_from_calls_that_the_case_does_not_foresee(FakePlatform platform) throws Exception {
            assertThat(get(platform.inventoryUrl(), "/hosts/b,a?x=1").statusCode())
                    .isEqualTo(599);

            assertThat(read(REPORT).checkCalls(platform))
                    .containsExactly("a call that the case does not foresee: GET inventory /hosts/b,a?x=1");
        }

        @Test
        void want_their_headers_and_their_method(FakePlatform platform) throws Exception {
            http.send(
                    HttpRequest.newBuilder(URI.create(platform.inventoryUrl() + "/hosts/a,b?x=1"))
                            .DELETE()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(read(REPORT).checkCalls(platform))
                    .containsExactly(
                            "expected GET, got DELETE inventory /hosts/a,b?x=1",
                            "DELETE inventory /hosts/a,b?x=1: expected the request header x-rh-identity to be e30=, got null");
        }
    }
}

package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.platform.DriftOverFakes.RawAnswer;
import io.drift.testkit.Identities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest client sends, over a socket of its own: never a failure of the server, never past the gate. */
class HostileRequestsTest {

    private static final String VERSION = "/api/drift/v1/version";
    private static final String REPORT = "/api/drift/v1/comparison_report";
    private static final String USER = Identities.user("u").header();
    private static final String IDENTITY = "x-rh-identity: " + USER + "\r\n";
    private static final String ASSOCIATE =
            "x-rh-identity: " + Identities.associate().header() + "\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String CHUNKED = JSON + "Transfer-Encoding: chunked\r\n";
    private static final String NO_IDENTITY = "{\"message\":\"identity not found on request\"}";
    private static final String NOT_VALID = "{\"message\":\"identity header is not valid\"}";
    private static final String PASSED = "{\"version\":\"1.1.0\"}";
    private static final String NO_IDS = "{\"message\":\"must specify at least one of system, baseline, or HSP\"}";

    private static DriftOverFakes drift;

    @BeforeAll
    static void start() {
        drift = new DriftOverFakes(Map.of());
    }

    @AfterAll
    static void stop() {
        drift.close();
    }

    @AfterEach
    void is_still_well() {
        assertThat(drift.get("/mgmt/v0/status").body()).isEqualTo("{\"status\":\"running\"}");
    }

    private static RawAnswer get(String target, String headers) {
        return request("GET", target, headers);
    }

    private static RawAnswer request(String method, String target, String headers) {
        return whole(
                drift.raw(method + " " + target + " HTTP/1.1\r\nHost: x\r\n" + headers + "Connection: close\r\n\r\n"));
    }

    private static RawAnswer post(String headers, byte[] body) {
        String head = "POST " + REPORT + " HTTP/1.1\r\nHost: x\r\n" + IDENTITY + headers + "Connection: close\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return whole(drift.raw(request.toByteArray()));
    }

    private static RawAnswer post(String headers, String body) {
        return post(headers, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static RawAnswer postJson(byte[] body) {
        return post(JSON + "Content-Length: " + body.length + "\r\n", body);
    }

    private static RawAnswer postJson(String body) {
        return postJson(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever is asked, an answer is small, typed, and carries the header that all of them carry. */
    private static RawAnswer whole(RawAnswer answer) {
        assertThat(answer.status()).isBetween(200, 499);
        assertThat(answer.text())
                .contains("Strict-Transport-Security: max-age=63072000; includeSubDomains; preload")
                .containsPattern("Content-Type: application/(problem\\+)?json\r\n")
                .doesNotContain("Exception", "io.drift", "org.eclipse", "jackson");
        return answer;
    }

    @Nested
    class A_path {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "//api/drift/v1/version",
                    "/api//drift/v1/version",
                    "/api/drift/v1/version//",
                    "/api/drift/v1/version;x=1",
                    "/api/drift/v1;x/version",
                    "/api/drift/v1/./version",
                    "/api/drift/v1/x/../version",
                    "/api/drift/v1/%76ersion",
                    "/api/drift/v1/version%2f",
                    "/api/drift/v1%2fversion",
                    "/api/drift/v1/%2e/version",
                    "/API/drift/v1/version",
                    "/api\\drift\\v1\\version",
                    "/mgmt",
                    "/MGMT/v0/status",
                    "//mgmt/v0/status",
                    "/./mgmt/v0/status",
                    "/x/../mgmt/v0/status",
                    "/%6dgmt/v0/status",
                    "/;/mgmt/v0/status",
                    "/mgmt;/v0/status"
                })
        void that_is_odd_is_an_unknown_one_behind_the_gate(String path) {
            assertThat(get(path, "").body()).isEqualTo(NO_IDENTITY);
            assertThat(get(path, ASSOCIATE).status()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/mgmt/../api/drift/v1/version",
                    "/mgmt/v0/../../api/drift/v1/version",
                    "/mgmt/%2e%2e/api/drift/v1/version",
                    "/mgmt/..%2fapi/drift/v1/version",
                    "/mgmt/v0/status/..;/../../api/drift/v1/version",
                    "/mgmt//",
                    "/mgmt/v0/status//",
                    "/mgmt/v0/status;x",
                    "/mgmt/v0/%73tatus",
                    "http://x/mgmt/../api/drift/v1/version"
                })
        void below_the_management_leads_nowhere_else(String path) {
            assertThat(get(path, "").status()).isEqualTo(404);
            assertThat(get(path, ASSOCIATE).status()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/%",
                    "/%zz",
                    "/mgmt/%",
                    "/mgmt/v0/status%00",
                    "*",
                    "api/drift/v1/version",
                    "?",
                    "http://",
                    "http:///x",
                    "http://[::1",
                    "http://evil.example.com/api/drift/v1/version",
                    "http://evil.example.com/mgmt/v0/status"
                })
        void that_is_none_is_refused(String path) {
            assertThat(get(path, ASSOCIATE).status()).isEqualTo(400);
        }

        @Test
        void in_absolute_form_is_behind_the_same_gate() {
            assertThat(get("http://x" + VERSION, "").body()).isEqualTo(NO_IDENTITY);
            assertThat(get("http://x" + VERSION, ASSOCIATE).body()).isEqualTo(PASSED);
        }
    }

    @Nested
    class A_query {

        @ParameterizedTest
        @ValueSource(strings = {"%ED%A0%80", "%ed%bf%bf", "%FF"})
        void with_what_is_no_text_has_a_replacement_in_its_place(String bytes) {
            String query = REPORT + "?system_ids[]=a" + bytes + "b";

            assertThat(get(query, ASSOCIATE).body())
                    .isEqualTo("{\"message\":\"malformed UUIDs requested (a\ufffdb)\"}");
            assertThat(get(REPORT + "?" + bytes + "=1", ASSOCIATE).body())
                    .contains("Extra query parameter(s) \ufffd not in spec");
            assertThat(get(REPORT + "?short_circuit=" + bytes, ASSOCIATE).body())
                    .contains("'\ufffd' is not of type 'boolean'");
        }
    }

    @Nested
    class A_method {

        @ParameterizedTest
        @ValueSource(strings = {"FOO", "get", "TRACE", "OPTIONS", "PRI", "QUERY", "DELETE"})
        void that_no_route_has_is_not_allowed(String method) {
            assertThat(request(method, VERSION, ASSOCIATE).status()).isEqualTo(405);
            assertThat(request(method, "/mgmt/v0/status", "").status()).isEqualTo(405);
            assertThat(request(method, "/nosuch", "").body()).isEqualTo(NO_IDENTITY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"G\0T", "", "GET\t", "G(T", "CONNECT"})
        void that_is_none_is_refused(String method) {
            assertThat(request(method, VERSION, ASSOCIATE).status()).isEqualTo(400);
        }

        @Test
        void for_the_server_as_a_whole_is_unknown() {
            assertThat(request("OPTIONS", "*", ASSOCIATE).status()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"X-HTTP-Method-Override", "x-http-method-override", "X-HTTP-Method", "X-Method-Override"})
        void is_the_one_in_the_first_line(String header) {
            assertThat(get(VERSION, ASSOCIATE + header + ": DELETE\r\n").body()).isEqualTo(PASSED);
            assertThat(request("DELETE", VERSION, ASSOCIATE + header + ": GET\r\n")
                            .status())
                    .isEqualTo(405);
        }

        @Test
        void of_a_version_that_does_not_exist_is_refused() {
            for (String version : List.of(" HTTP/9.9", " HTTP/3.0", "")) {
                assertThat(told("GET " + VERSION + version + "\r\nHost: x\r\n" + ASSOCIATE + "\r\n", 505))
                        .isEqualTo("{\"message\":\"Drift speaks HTTP/1.1\"}");
            }
            assertThat(told("GET " + VERSION + " HTTP/2.0\r\nHost: x\r\n" + ASSOCIATE + "\r\n", 426))
                    .isEqualTo("{\"message\":\"Drift speaks HTTP/1.1\"}");
        }

        @Test
        void that_expects_what_does_not_exist_is_refused() {
            assertThat(told("GET " + VERSION + " HTTP/1.1\r\nHost: x\r\nExpect: more\r\n" + ASSOCIATE + "\r\n", 417))
                    .isEqualTo("{\"message\":\"of what may be expected, Drift knows 100-continue alone\"}");
        }

        /** The connection ends, for whoever asked by HEAD would take the body for the next answer. */
        @Test
        void whose_target_cannot_be_read_is_the_last_one() {
            assertThat(drift.raw("HEAD /%zz HTTP/1.1\r\nHost: x\r\n\r\n").text())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\r\nConnection: close\r\n");
        }

        private String told(String request, int status) {
            DriftOverFakes.RawAnswer answer = drift.raw(request);
            assertThat(answer.status()).isEqualTo(status);
            return answer.body();
        }
    }

    @Nested
    class An_identity {

        @Test
        void may_be_sent_twice_if_it_is_the_same() {
            assertThat(get(VERSION, ASSOCIATE + ASSOCIATE).body()).isEqualTo(PASSED);
        }

        @Test
        void is_none_if_it_is_two() {
            assertThat(get(VERSION, IDENTITY + ASSOCIATE).body()).isEqualTo(NOT_VALID);
            assertThat(get(VERSION, ASSOCIATE + IDENTITY).body()).isEqualTo(NOT_VALID);
            assertThat(get(VERSION, ASSOCIATE + "x-rh-identity: \r\n").body()).isEqualTo(NOT_VALID);
            assertThat(get(VERSION, "X-RH-IDENTITY: " + USER + "\r\n" + ASSOCIATE)
                            .body())
                    .isEqualTo(NOT_VALID);
        }

        @Test
        void is_not_taken_from_a_header_that_looks_alike() {
            String header = Identities.associate().header();

            assertThat(get(VERSION, "x_rh_identity: " + header + "\r\n").body()).isEqualTo(NO_IDENTITY);
            assertThat(get(VERSION, "x-rh-identity2: " + header + "\r\n").body())
                    .isEqualTo(NO_IDENTITY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x-rh-identity : e30=\r\n",
                    " x-rh-identity: e30=\r\n",
                    "x-rh-identity\r\n",
                    ": e30=\r\n",
                    "x-rh-identity: e3\r\n 0=\r\n",
                    "x: y\r\n\tx-rh-identity: e30=\r\n",
                    "x-rh-identity: e30=\0\r\n",
                    "x: y\nx-rh-identity: e30=\r\n",
                    "x: y\rx-rh-identity: e30=\r\n",
                    "Host: y\r\n"
                })
        void is_not_smuggled_in(String headers) {
            assertThat(get(VERSION, headers).body()).isEqualTo("{\"message\":\"Bad Request\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u00e9", "e30=,e30=", "\"e30=\"", "e30 =", "%65", "Basic e30="})
        void of_other_characters_is_not_valid(String header) {
            assertThat(get(VERSION, "x-rh-identity: " + header + "\r\n").body()).isEqualTo(NOT_VALID);
        }

        @Test
        void may_be_as_long_as_the_gateway_allows() {
            String json = Identities.user("u").asJson();
            String longest = json.substring(0, json.length() - 1) + ",\"x\":\"";
            String header = Base64.getEncoder()
                    .encodeToString((longest + "y".repeat(12285 - longest.length() - 2) + "\"}")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(header).hasSize(16380);
            assertThat(get(VERSION, "x-rh-identity: " + header + "\r\n").body()).isEqualTo(PASSED);
        }

        @Test
        void of_random_bytes_never_passes() {
            Random random = new Random(20210502);
            for (int i = 0; i < 300; i++) {
                byte[] bytes = new byte[1 + random.nextInt(200)];
                random.nextBytes(bytes);
                for (int at = 0; at < bytes.length; at++) {
                    bytes[at] = bytes[at] == '\r' || bytes[at] == '\n' ? (byte) 'x' : bytes[at];
                }
                String header = new String(bytes, StandardCharsets.ISO_8859_1);

                assertThat(get(VERSION, "x-rh-identity: y" + header + "\r\n").status())
                        .isEqualTo(400);
            }
        }
    }

    @Nested
    class A_secret {

        @Test
        void is_none_if_it_is_two() {
            String secret = "x-rh-drift-internal-api: " + DriftOverFakes.SECRET + "\r\n";

            assertThat(get(VERSION, secret).body()).isEqualTo(PASSED);
            assertThat(get(VERSION, secret + "x-rh-drift-internal-api: x\r\n").body())
                    .isEqualTo(NO_IDENTITY);
        }

        @Test
        void lets_in_who_has_an_identity_that_cannot_be_forwarded() {
            String headers = "x-rh-drift-internal-api: " + DriftOverFakes.SECRET + "\r\nx-rh-identity: \u00e9\r\n";
            String query = "?baseline_ids[]=11111111-1111-1111-1111-111111111111";

            assertThat(get(REPORT + query, headers).status()).isEqualTo(404);
        }
    }

    @Nested
    class A_head {

        @Test
        void that_is_too_large_is_told_so() {
            assertThat(get(VERSION, ASSOCIATE + "x: " + "y".repeat(200_000) + "\r\n")
                            .status())
                    .isEqualTo(431);
            assertThat(get("/" + "y".repeat(200_000), ASSOCIATE).status()).isEqualTo(414);
            assertThat(get(REPORT + "?system_ids[]=" + "y".repeat(200_000), ASSOCIATE)
                            .status())
                    .isEqualTo(414);
        }

        @Test
        void may_have_thousands_of_fields() {
            assertThat(get(VERSION, "x: y\r\n".repeat(9000) + ASSOCIATE).body()).isEqualTo(PASSED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Host: a b/..\r\n", "Host: x:99999\r\n", "Host:\r\n", "Host: a\r\nHost: b\r\n", ""})
        void needs_one_host(String host) {
            assertThat(whole(drift.raw("GET " + VERSION + " HTTP/1.1\r\n" + host + ASSOCIATE + "\r\n"))
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void is_not_believed_about_where_the_request_went() {
            String headers = "X-Original-URL: /mgmt/v0/status\r\nX-Rewrite-URL: /mgmt/v0/status\r\n"
                    + "X-Forwarded-Prefix: /mgmt/v0\r\nX-Forwarded-For: 127.0.0.1\r\n";

            assertThat(get(VERSION, headers).body()).isEqualTo(NO_IDENTITY);
        }
    }

    @Nested
    class A_body {

        private static final int MEBIBYTE = 1 << 20;

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                    "Transfer-Encoding: identity\r\nContent-Length: 5\r\n",
                    "Transfer-Encoding: xchunked\r\n",
                    "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                    "Transfer-Encoding: chunked, gzip\r\n",
                    "Transfer-Encoding : chunked\r\n",
                    "Content-Length: 5\r\nContent-Length: 6\r\n",
                    "Content-Length: -1\r\n",
                    "Content-Length: +5\r\n",
                    "Content-Length: 0x5\r\n",
                    "Content-Length: 99999999999999999999\r\n"
                })
        void whose_length_is_told_in_two_ways_is_refused_and_not_followed_by_another(String headers) {
            RawAnswer answer = post(JSON + headers, "0\r\n\r\nGET /mgmt/v0/status HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(answer.body()).isEqualTo("{\"message\":\"Bad Request\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "zz\r\n{}\r\n0\r\n\r\n",
                    "ffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                    "2\r\n{}",
                    "-2\r\n{}\r\n0\r\n\r\n",
                    "2\r\n{}xx0\r\n\r\n"
                })
        void of_broken_chunks_is_not_complete(String chunks) {
            assertThat(post(CHUNKED, chunks).body()).contains("the body is not complete");
        }

        @Test
        void that_ends_too_early_is_not_complete() {
            assertThat(post(JSON + "Content-Length: 20\r\n", "{}").status()).isEqualTo(400);
        }

        @Test
        void may_come_in_chunks_whose_trailer_is_no_identity() {
            assertThat(post(CHUNKED, "2;x=y\r\n{}\r\n0\r\n" + ASSOCIATE + "\r\n")
                            .body())
                    .isEqualTo(NO_IDS);
        }

        @Test
        void larger_than_a_mebibyte_is_too_large() {
            byte[] large = ("{\"x\":\"" + "y".repeat(MEBIBYTE) + "\"}").getBytes(StandardCharsets.US_ASCII);
            String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";

            for (RawAnswer answer : List.of(postJson(large), post(CHUNKED, chunk.repeat(17) + "0\r\n\r\n"))) {
                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.body()).contains("larger than the 1 MiB that one may have");
            }
        }

        @Test
        void that_is_nested_too_deeply_is_refused() {
            assertThat(postJson("[".repeat(1001) + "]".repeat(1001)).body()).contains("nested more than 1000 deep");
            assertThat(postJson("{\"a\":".repeat(1001) + "1" + "}".repeat(1001)).body())
                    .contains("nested more than 1000 deep");
            assertThat(postJson("[".repeat(500_000)).body()).contains("nested more than 1000 deep");
        }

        @Test
        void may_nest_what_nobody_looks_at() {
            assertThat(postJson("{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}")
                            .body())
                    .isEqualTo(NO_IDS);
        }

        @Test
        void that_says_something_twice_means_the_last() {
            assertThat(postJson("{\"system_ids\":[\"a\"],\"system_ids\":[\"b\"]}")
                            .body())
                    .isEqualTo("{\"message\":\"malformed UUIDs requested (b)\"}");
        }

        @Test
        void that_is_not_utf_8_is_not_json() {
            assertThat(post(JSON + "Content-Length: 22\r\n", "{\"system_ids\":[\"\u00ff\u00fe1\"]}")
                            .status())
                    .isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\\ud800", "\\udc00", "\u00ed\u00a0\u0080", "\u00ed\u00bf\u00bf", "\\udfff"})
        void with_half_a_surrogate_pair_has_a_replacement_in_its_place(String half) {
            assertThat(quoting("{\"system_ids\":[\"a" + half + "b\"]}"))
                    .isEqualTo("{\"message\":\"malformed UUIDs requested (a\ufffdb)\"}");
            assertThat(quoting("{\"system_ids\":[\"" + ID + "\"],\"reference_id\":\"" + half + "\"}"))
                    .isEqualTo("{\"message\":\"malformed UUIDs requested (\ufffd)\"}");
            assertThat(quoting("{\"short_circuit\":\"" + half + "\"}")).contains("'\ufffd' is not of type 'boolean'");
            assertThat(quoting("{\"system_ids\":[{\"" + half + "\":[\"" + half + "\"]}]}"))
                    .contains("{'\ufffd': ['\ufffd']} is not of type 'string' - 'system_ids.0'");
        }

        @Test
        void with_a_whole_surrogate_pair_keeps_it() {
            assertThat(quoting("{\"system_ids\":[\"\\ud83d\\ude00\"]}")).contains("(" + SMILE + ")");
            assertThat(quoting("{\"system_ids\":[\"\u00f0\u009f\u0098\u0080\"]}"))
                    .contains("(" + SMILE + ")");
        }

        private static final String ID = "11111111-1111-1111-1111-111111111111";
        private static final String SMILE = "\ud83d\ude00";

        /** What is answered to a body of these bytes, with all escapes resolved. */
        private static String quoting(String bytes) {
            String body = post(JSON + "Content-Length: " + bytes.length() + "\r\n", bytes)
                    .body();
            return body.replace("\\uD83D\\uDE00", SMILE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u00ff",
                    "\u00c3(",
                    "\u00c0\u0080",
                    "\u00e0\u0080\u0080",
                    "\u00f4\u0090\u0080\u0080",
                    "\u00e2\u0082",
                    "\u0080",
                    "\u00ed\u00a0"
                })
        void of_other_broken_utf_8_is_not_json(String bytes) {
            for (String body : new String[] {"{\"system_ids\":[\"" + bytes + "\"]}", "{\"x\":\"" + bytes + "\"}"}) {
                RawAnswer answer = post(JSON + "Content-Length: " + body.length() + "\r\n", body);

                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.body()).contains("the body is not JSON");
            }
        }

        @Test
        void may_be_other_unicode() {
            byte[] body = "{\"system_ids\":[\"\u00e9\"]}".getBytes(StandardCharsets.UTF_16BE);

            assertThat(postJson(body).body()).isEqualTo("{\"message\":\"malformed UUIDs requested (\u00e9)\"}");
        }

        @Test
        void that_is_compressed_is_not_json() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(new byte[10 * MEBIBYTE]);
            }
            String headers = JSON + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n";

            assertThat(post(headers, packed.toByteArray()).body()).contains("the body is not JSON");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{\"a\":1}{}", "\0{}", "{\"a\":NaN}", "{'a':1}", "{\"a\":1,}", "/**/{}", "{\"a\":01}", "nul"
                })
        void that_is_almost_json_is_not_json(String body) {
            assertThat(postJson(body).body()).contains("the body is not JSON");
        }

        @Test
        void with_absurd_names_and_numbers_is_refused() {
            assertThat(postJson("{\"" + "k".repeat(60_000) + "\":1}").status()).isEqualTo(400);
            assertThat(postJson("{\"a\":" + "9".repeat(2000) + "}").status()).isEqualTo(400);
            assertThat(postJson("{\"system_ids\":[1e400]}").body())
                    .contains("inf is not of type 'string' - 'system_ids.0'");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json, text/plain",
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/json/x"
                })
        void of_another_type_is_refused(String type) {
            assertThat(post("Content-Type: " + type + "\r\nContent-Length: 2\r\n", "{}")
                            .status())
                    .isEqualTo(415);
        }
    }
}

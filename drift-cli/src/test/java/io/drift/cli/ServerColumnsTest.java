package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems and baselines that a server knows are columns, over a server on the loopback address. */
class ServerColumnsTest {

    private static final String WEB = "59fca191-cba6-48d4-af2b-1b846d53bb23";
    private static final String DB = "00000000-0000-4000-8000-000000000002";
    private static final String GOLDEN = "00000000-0000-4000-8000-000000000003";
    private static final String OLD = "00000000-0000-4000-8000-000000000011";
    private static final String OLDER = "00000000-0000-4000-8000-000000000012";
    private static final String HOSTS = "/api/inventory/v1/hosts";
    private static final String HISTORY = "/api/historical-system-profiles/v1";

    @TempDir
    Path folder;

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> credentials = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private String url;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        system(WEB, "web-1", "x86_64");
        system(DB, "db-1", "s390x");
        answers.put(
                HISTORY + "/systems/" + WEB + "?limit=100",
                "{'data': [{'profiles': ["
                        + earlier("00000000-0000-4000-8000-000000000010", "2024-10-30T00:00:00+00:00") + ","
                        + earlier(OLDER, "2024-10-01T00:00:00+00:00") + "," + earlier(OLD, "2024-10-20T00:00:00+00:00")
                        + "]}]}");
        profile(OLD, "2024-10-20T00:00:00+00:00", "armv7l");
        profile(OLDER, "2024-10-01T00:00:00+00:00", "i686");
        answers.put(
                "/api/system-baseline/v1/baselines?display_name=golden%20image&limit=100&offset=0",
                "{'data': [{'id': '" + GOLDEN + "', 'display_name': 'golden image'}]}");
        answers.put(
                "/api/system-baseline/v1/baselines/" + GOLDEN,
                "{'data': [{'id': '" + GOLDEN
                        + "', 'display_name': 'golden image', 'baseline_facts': [{'name': 'arch', 'value': 's390x'}]}]}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void system(String id, String name, String arch) {
        String host = "{'id': '" + id + "', 'display_name': '" + name + "', 'updated': '2024-10-31T00:00:00+00:00'}";
        answers.put(HOSTS + "?display_name=" + name + "&per_page=100&page=1", "{'results': [" + host + "]}");
        answers.put(HOSTS + "/" + id, "{'results': [" + host + "]}");
        answers.put(
                HOSTS + "/" + id + "/system_profile",
                "{'results': [{'id': '" + id + "', 'system_profile': {'arch': '" + arch + "'}}]}");
        answers.put(
                HOSTS + "/" + id + "/tags",
                "{'results': {'" + id + "': [{'namespace': 'lab', 'key': 'rack', 'value': '" + name + "'}]}}");
    }

    private static String earlier(String id, String captured) {
        return "{'id': '" + id + "', 'captured_date': '" + captured + "', 'system_id': '" + WEB + "'}";
    }

    private void profile(String id, String captured, String arch) {
        answers.put(
                HISTORY + "/profiles/" + id,
                "{'data': [{'id': '" + id + "', 'inventory_id': '" + WEB
                        + "', 'display_name': 'web-1', 'captured_date': '" + captured
                        + "', 'system_profile': {'arch': '" + arch + "'}}]}");
    }

    private void answer(HttpExchange call) throws IOException {
        Stream.of("authorization", "x-rh-identity")
                .filter(header -> call.getRequestHeaders().containsKey(header))
                .forEach(header ->
                        credentials.add(header + " " + call.getRequestHeaders().getFirst(header)));
        String answer = answers.get(call.getRequestURI().toString());
        byte[] body = (answer == null ? "{}" : answer.replace('\'', '"')).getBytes(StandardCharsets.UTF_8);
        int status = answer == null ? 404 : answer.matches("[0-9]{3}") ? Integer.parseInt(answer) : 200;
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private Result compare(String... words) {
        return new CommandRun()
                .compare(Stream.concat(Stream.of("--server", url), Stream.of(words))
                        .toArray(String[]::new));
    }

    @Nested
    class Columns {

        @Test
        void are_systems_by_their_names_with_profiles_and_tags() {
            Result result = compare("system:web-1", "db-1");

            assertThat(result.err()).isEmpty();
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.line("! arch")).containsSubsequence("s390x", "x86_64");
            assertThat(result.line("! lab.rack")).containsSubsequence("db-1", "web-1");
        }

        @Test
        void are_systems_by_their_host_names_if_none_is_called_so() {
            String name = "web-1.example.com";
            answers.put(HOSTS + "?display_name=" + name + "&per_page=100&page=1", "{'results': []}");
            answers.put(
                    HOSTS + "?fqdn=" + name + "&per_page=100&page=1",
                    "{'results': [{'id': '" + WEB + "', 'display_name': 'web-1', 'fqdn': 'Web-1.example.com'},"
                            + "{'id': '" + DB + "', 'display_name': 'db-1', 'fqdn': 'db-1.example.com'}]}");

            Result result = compare("system:" + name, "db-1");

            assertThat(result.err()).isEmpty();
            assertThat(result.line("! arch")).containsSubsequence("s390x", "x86_64");
        }

        @Test
        void are_systems_by_their_ids() {
            assertThat(compare("system:" + WEB, DB).line("! arch")).containsSubsequence("s390x", "x86_64");
        }

        @Test
        void are_baselines() {
            Result result = compare("web-1", "baseline:golden image");

            assertThat(result.err()).isEmpty();
            assertThat(result.line("! arch")).containsSubsequence("s390x", "x86_64");
            assertThat(result.out()).contains("1 system, 1 baseline");
            assertThat(compare("web-1", "--baseline", "golden image").out()).isEqualTo(result.out());
        }

        @ParameterizedTest
        @ValueSource(strings = {"previous", "2024-10-20", "2024-10-20T12:00", "-10d", "2024-10-29", OLD})
        void are_the_newest_profiles_at_or_before_a_moment(String moment) {
            Result result = compare("web-1", "system:web-1@" + moment);

            // which tags it had then
            assertThat(result.err())
                    .isEqualTo("drift: system:web-1@" + moment + ": tells nothing of 1 fact that other columns have;"
                            + " nobody knows whether they differ\n");
            assertThat(result.line("! arch")).containsSubsequence("x86_64", "armv7l");
            assertThat(result.out()).contains("1 system, 1 historical profile");
            assertThat(result.out()).doesNotContain("! lab.rack").contains("Not looked at: 1 fact in ");
        }

        @Test
        void may_be_the_current_profile_where_nothing_is_newer_than_the_moment() {
            answers.put(
                    HOSTS + "/" + WEB + "/system_profile",
                    "{'results': [{'id': '" + WEB
                            + "', 'system_profile': {'captured_date': '2024-10-20T00:00:00+00:00', 'arch': 'armv7l'}}]}");
            answers.put(
                    HISTORY + "/systems/" + WEB + "?limit=100",
                    "{'data': [{'profiles': [" + earlier(OLD, "2024-10-20T00:00:00+00:00") + "]}]}");

            for (String word : List.of("web-1@-1d", "system:web-1@-1d")) {
                Result result = compare("web-1", word);
                assertThat(result.err())
                        .startsWith(
                                "drift: " + word + " is the current profile, of 2024-10-20T00:00:00+00:00: the server"
                                        + " has none between that moment and now; name an earlier one\n");
                assertThat(result.out()).contains("armv7l").doesNotContain("! arch");
                assertThat(compare("web-1", word, "--format", "json").out())
                        .containsSubsequence(
                                "\"arch\"", "\"systems\":[{\"id\":\"" + WEB + "\",", "\"id\":\"" + word + "\",");
            }
            assertThat(compare("system:web-1@previous", "db-1").err())
                    .contains("the server has one profile of web-1, the current one, of 2024-10-20T00:00:00Z: there is"
                            + " none before it yet");
        }

        @Test
        void are_not_those_of_another_system() {
            String other = "00000000-0000-4000-8000-000000000099";
            profile(other, "2024-10-02T00:00:00+00:00", "riscv64");
            assertThat(compare("web-1@" + other, "db-1").err())
                    .contains("the server has no profile " + other + " of web-1");
        }

        @Test
        void are_files_where_there_is_one_of_this_name() throws IOException {
            String file = new FieldFiles(folder).host("plain", 1, "'arch': 'riscv64'");

            assertThat(compare("file:" + file, "db-1").line("! arch")).contains("riscv64");
            assertThat(compare(file, "db-1").line("! arch")).contains("riscv64");
        }
    }

    @Nested
    class What_cannot_be_found {

        @Test
        void is_named_and_the_rest_is_compared() {
            answers.put(
                    HOSTS + "?display_name=web&per_page=100&page=1",
                    "{'results': [{'id': '1', 'display_name': 'web-1'}]}");
            answers.put(HOSTS + "?fqdn=web&per_page=100&page=1", "{'results': [{'id': '2', 'fqdn': 'other'}]}");

            Result result = compare("web", "web-1", "db-1");

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .isEqualTo(
                            "drift: web: there is no such file, and there is no system web on the server; there is web-1\n");
            assertThat(result.out()).contains("s390x");
        }

        @Test
        void is_asked_for_by_its_id_where_names_are_not_enough() {
            answers.put(
                    HOSTS + "?display_name=web&per_page=100&page=1",
                    "{'results': [{'id': 'a', 'display_name': 'web'}, {'id': 'b', 'display_name': 'web'}]}");

            assertThat(compare("system:web", "db-1").err())
                    .contains("system:web: several of the server are called web: give one of the ids a, b");
        }

        @Test
        void may_be_too_old() {
            assertThat(compare("system:web-1@2024-09-30", "db-1").err())
                    .contains(
                            "the server has no profile of web-1 that is so old; the oldest is of 2024-10-01T00:00:00Z");
        }

        @Test
        void may_be_no_moment() {
            assertThat(compare("web-1@yesterday", "db-1").err())
                    .contains("web-1@yesterday: there is no such file, and 'yesterday' is no moment");
        }

        @Test
        void names_both_ways_without_a_server() {
            Result result = new CommandRun().compare("web-1", "system:web-1");

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .contains(
                            "drift: web-1: there is no such file, and no --server is given that may know it as a name\n")
                    .contains("drift: system:web-1: no --server is given that may know this name\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"403", "500", "[]", "{'results': [{'id': 1"})
        void is_told_with_its_reason(String answer) {
            answers.put(HOSTS + "/" + WEB + "/system_profile", answer);

            Result result = compare("web-1", "db-1");

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).startsWith("drift: web-1: there is no such file, and the server " + url + " ");
        }
    }

    @Nested
    class Who_asks {

        private Result with(String token) throws IOException {
            Path file = Files.writeString(folder.resolve("token"), token);
            return compare("--token-file", file.toString(), "web-1", "db-1");
        }

        @Test
        void is_told_by_a_token() throws IOException {
            Result result = with("abc.DEF-1\n");

            assertThat(result.code()).isEqualTo(1);
            assertThat(credentials).isNotEmpty().containsOnly("authorization Bearer abc.DEF-1");
            assertThat(result.out() + result.err()).doesNotContain("abc.DEF-1");
        }

        @Test
        void is_told_by_an_identity_of_the_platform() throws IOException {
            String identity = Base64.getEncoder()
                    .encodeToString("{\"identity\": {\"org_id\": \"1\"}}".getBytes(StandardCharsets.UTF_8));
            with(identity);

            assertThat(credentials).isNotEmpty().containsOnly("x-rh-identity " + identity);
        }

        @Test
        void is_not_shown_when_it_is_refused() throws IOException {
            answers.put(HOSTS + "?display_name=web-1&per_page=100&page=1", "401");

            Result result = with("secret-token");

            assertThat(result.err()).contains("refuses to tell (status 401): does --token-file fit?");
            assertThat(result.out() + result.err()).doesNotContain("secret-token");
            assertThat(ServerAccess.parse(url, folder.resolve("token").toString())
                            .toString())
                    .isEqualTo(url);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "two words", "two\nlines", "\u00fcml\u00e4ut"})
        void cannot_be_told_by_anything(String token) throws IOException {
            Result result = with(token);

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("this is no token");
            assertThat(token.isEmpty() || !result.err().contains(token)).isTrue();
            assertThat(credentials).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"web-1", "ftp://a", "https://", "http://user:pass@a", "http://a/path", "http://a?b", "http://a b"
            })
    void what_is_no_server_is_refused(String odd) {
        Result result = new CommandRun().compare("--server", odd, "web-1", "db-1");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--server is no URL of a server").doesNotContain("pass");
    }

    @Test
    void an_answer_about_another_system_is_not_taken() {
        answers.put(HOSTS + "/" + WEB, "{'results': [{'id': '" + DB + "', 'display_name': 'db-1'}]}");

        Result result = compare("system:" + WEB, "db-1");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("there is no system " + WEB + " on the server, which told of another one");
    }

    @Test
    void a_body_that_never_ends_is_given_up() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.createContext("/hung", call -> {
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().write('{');
            call.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            call.close();
        });
        ServerCalls calls = new ServerCalls(ServerAccess.parse(url, null), Duration.ofMillis(300));

        assertThatThrownBy(() -> calls.get("/hung", in -> in))
                .isInstanceOf(CannotCompareException.class)
                .hasMessage("the server " + url + " did not answer in time");
        over.countDown();
    }

    @Test
    void a_redirect_and_a_server_that_is_not_there_are_told_as_that() throws IOException {
        answers.put(HOSTS + "?display_name=web-1&per_page=100&page=1", "302");
        assertThat(compare("web-1", "db-1").err()).contains("sends elsewhere (status 302), which is not followed");
        server.stop(0);
        assertThat(compare("web-1", "db-1").err()).contains("cannot be reached: is its address right");
    }
}

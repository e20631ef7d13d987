package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.DriftServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static DriftServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        server = DriftServer.start(ApiOverNothing.at("/else/where/compare")::register, "127.0.0.1", 0, Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/else/where/compare/v1, Drift Backend Service",
        "/else/where/compare/admin, Drift Backend Service Admin",
        "/mgmt/v0, Drift Backend Service Management"
    })
    void a_document_says_where_the_api_is(String path, String title) throws Exception {
        HttpResponse<String> response = send("GET", path + "/openapi.json");
        JsonNode document = JSON.readTree(response.body());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(document.at("/info/title").asText()).isEqualTo(title);
        assertThat(document.path("servers")).hasSize(1);
        assertThat(document.at("/servers/0/url").asText()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.json", "openapi.json?anything=goes", "ui", "ui/", "ui/?anything=goes"})
    void everybody_may_read(String path) throws Exception {
        assertThat(send("GET", "/else/where/compare/v1/" + path).statusCode()).isEqualTo(200);
        assertThat(send("HEAD", "/else/where/compare/v1/" + path).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/else/where/compare/v1/" + path).statusCode()).isEqualTo(405);
    }

    @Test
    void the_page_runs_nothing_but_its_own_style_and_script() throws Exception {
        HttpResponse<String> response = send("GET", "/else/where/compare/v1/ui/");
        String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("style-src 'sha256-" + hashBetween("<style>", "</style>", response.body()) + "'")
                .contains("script-src 'sha256-" + hashBetween("<script>", "</script>", response.body()) + "'")
                .doesNotContain("unsafe");
    }

    private static String hashBetween(String from, String to, String page) throws Exception {
        String inside = page.substring(page.indexOf(from) + from.length(), page.indexOf(to));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(inside.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }

    @Test
    void the_page_has_nothing_from_other_hosts() throws Exception {
        assertThat(send("GET", "/else/where/compare/v1/ui/").body())
                .doesNotContain("//")
                .doesNotContain("src=")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("innerHTML")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContainPattern("\\sstyle=");
    }
}

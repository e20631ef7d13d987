package io.drift.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drift.server.standalone.StandaloneDrift;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No page of the web reaches a server without a login, on any route. */
class LocalRequestsTest {

    private static final String HOSTS = "/api/inventory/v1/hosts";

    @TempDir
    Path temporary;

    private static List<Route<?>> routes() {
        return ApiOverNothing.withOwnSystems().routes();
    }

    @Test
    void every_route_refuses_foreign_hosts_and_origins_and_nothing_is_changed() throws IOException {
        try (StandaloneDrift drift = new StandaloneDrift(temporary.resolve("data"))) {
            drift.upload("application/json", "{\"fqdn\":\"web\",\"system_profile\":{}}".getBytes(UTF_8));
            JsonNode before = drift.get(HOSTS);
            String id = before.at("/results/0/id").asText();
            List<String> lines = Stream.concat(
                            routes().stream()
                                    .map(route ->
                                            route.method() + " " + route.path().replace("{ids}", id)),
                            Stream.of("GET /unknown", "OPTIONS " + HOSTS, "PUT " + HOSTS, "HEAD " + HOSTS))
                    .toList();
            assertThat(lines).hasSizeGreaterThan(20);

            for (String line : lines) {
                for (String head : foreign(drift.host())) {
                    assertThat(drift.raw(line + " HTTP/1.1\r\n" + head
                                    + "Content-Type: application/json\r\nContent-Length: 0\r\n"))
                            .as(line + " " + head)
                            .startsWith("HTTP/1.1 4")
                            .doesNotContain(id)
                            .doesNotContain("Access-Control");
                }
            }
            assertThat(drift.get(HOSTS)).isEqualTo(before);
        }
    }

    private static List<String> foreign(String own) {
        return List.of(
                "Host: evil.example\r\n",
                "Host: localhost.evil.example\r\n",
                "Host: 192.168.0.1\r\n",
                "Host: " + own + "\r\nOrigin: http://evil.example\r\n",
                "Host: " + own + "\r\nOrigin: null\r\n",
                "Host: " + own + "\r\nOrigin: https://" + own + "\r\n",
                "Host: " + own + "\r\nOrigin: http://localhost:1\r\n");
    }

    @Test
    void its_own_pages_and_programs_of_this_machine_may_ask_and_identities_are_not_believed() throws IOException {
        try (StandaloneDrift drift = new StandaloneDrift(temporary.resolve("data"))) {
            for (String head : List.of(
                    "Host: localhost\r\n",
                    "Host: [::1]:8080\r\n",
                    "Host: 127.0.0.1:1\r\nOrigin: http://127.0.0.1:1\r\n",
                    "Host: localhost\r\nx-rh-identity: nonsense\r\n")) {
                assertThat(drift.raw("GET " + HOSTS + " HTTP/1.1\r\n" + head))
                        .as(head)
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void hosts_with_another_content_type_are_not_taken() throws IOException {
        try (StandaloneDrift drift = new StandaloneDrift(temporary.resolve("data"))) {
            for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
                assertThat(drift.upload(type, "{\"fqdn\":\"web\",\"system_profile\":{}}".getBytes(UTF_8))
                                .statusCode())
                        .as(type)
                        .isEqualTo(415);
            }
            assertThat(drift.get(HOSTS).path("total").asInt()).isZero();
        }
    }
}

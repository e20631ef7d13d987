package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.port.RequestContext;
import io.drift.testkit.Identities;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes that no API has, to show what a route can be and that its checks are its own. */
class ThrowAwayRoutesTest {

    private static final String IDENTITY =
            "x-rh-identity: " + Identities.user("jdoe").header() + "\r\n";

    private final AtomicReference<RequestContext> seen = new AtomicReference<>();
    private volatile boolean waitedFor;
    private TestRoutes routes;

    /** What a PUT asks for. */
    private record Renaming(String name) {

        static Renaming parse(Map<?, ?> body) {
            if (!(body.get("name") instanceof String name)) {
                throw JsonBody.wrongType(body.get("name"), "string", "name");
            }
            return new Renaming(name);
        }
    }

    @BeforeEach
    void start() throws IOException {
        routes = TestRoutes.serve(
                Route.gated("PUT", "/hosts/{ids}", RequestForm.ofJson(Renaming::parse), this::rename),
                Route.gated("PATCH", "/hosts/{ids}", RequestForm.ofJson(Renaming::parse), this::rename),
                Route.gated("DELETE", "/hosts/{ids}", RequestForm.ofNothing(), (asked, context, request) -> {
                    seen.set(context);
                    waitedFor = !context.cancellation().isCancelled();
                    request.status(204);
                }),
                Route.gated(
                        "POST",
                        "/hosts",
                        RequestForm.ofQuery(Set.of("dry"), parameters -> parameters.all("dry")),
                        (dry, context, request) -> request.result("dry: " + dry)));
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    private void rename(Renaming renaming, RequestContext context, Context request) {
        seen.set(context);
        request.result(request.pathParam("ids") + " becomes " + renaming.name());
    }

    private String send(String method, String target, String headers, String body) throws IOException {
        return routes.answerTo(method + " " + target + " HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static String json(String headers) {
        return headers + "Content-Type: application/json\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void a_route_has_a_method_a_template_and_a_typed_body(String method) throws IOException {
        assertThat(send(method, "/hosts/a,b", json(IDENTITY), "{\"name\":\"c\"}"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("a,b becomes c");
        assertThat(send(method, "/hosts/a%2Fb/", json(IDENTITY), "{\"name\":\"c\"}"))
                .endsWith("a/b becomes c");
    }

    @Test
    void a_route_without_a_body_looks_at_none() throws IOException {
        assertThat(send("DELETE", "/hosts/a", IDENTITY, "")).startsWith("HTTP/1.1 204 ");
        assertThat(send("POST", "/hosts?dry=yes", IDENTITY, "")).endsWith("dry: [yes]");
        assertThat(send("POST", "/hosts", IDENTITY + "Content-Type: text/plain\r\n", "x"))
                .endsWith("dry: []");
    }

    @Test
    void the_checks_of_a_route_come_in_the_recorded_order() throws IOException {
        assertThat(send("POST", "/hosts/a?x=1", "", "")).startsWith("HTTP/1.1 405 ");
        assertThat(send("PUT", "/hosts/a?x=1", "", "")).contains("Extra query parameter(s) x not in spec");
        assertThat(send("PUT", "/hosts/a", "", "")).contains("RequestBody is required");
        assertThat(send("PUT", "/hosts/a", json(""), "{\"name\":5}")).contains("5 is not of type 'string' - 'name'");
        assertThat(send("PUT", "/hosts/a", json(""), "{\"name\":\"c\"}")).contains("identity not found on request");
        assertThat(send("PUT", "/hosts/a", IDENTITY, "{\"name\":\"c\"}")).startsWith("HTTP/1.1 415 ");
        assertThat(seen.get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hosts//a", "/hosts/a//", "/hosts/a/b", "//hosts/a", "/HOSTS/a", "/x/../hosts/a"})
    void what_the_template_does_not_match_is_behind_the_gate(String path) throws IOException {
        assertThat(send("DELETE", path, "", "")).contains("identity not found");
        assertThat(send("DELETE", path, IDENTITY, "")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void the_context_says_who_asks_and_how_long_there_is_time() throws IOException {
        send("DELETE", "/hosts/a", IDENTITY + "x-rh-insights-request-id: r-1\r\n", "");

        assertThat(seen.get().caller().identity().userName()).isEqualTo("jdoe");
        assertThat(seen.get().requestId()).isEqualTo("r-1");
        Instant now = Instant.now();
        assertThat(seen.get().deadline()).isBetween(now, now.plusSeconds(30));
        assertThat(waitedFor).isTrue();
    }
}

package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.web.ApiDocuments.Operation;
import io.drift.testkit.conformance.ConformanceCase;
import io.drift.testkit.conformance.ConformanceCases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ApiDocumentsTest {

    private static final Path CASES = Path.of("src/test/resources/conformance/cases");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiDocuments documents = new ApiDocuments();

    @Nested
    class Routes {

        private final List<Route<?>> described = ApiOverNothing.withOwnSystems().routes().stream()
                .filter(route -> !route.path().matches(".*/(openapi\\.json|ui)"))
                .toList();

        @Test
        void are_the_paths_and_methods_of_the_documents() {
            Set<String> expected = new TreeSet<>(documents.operations().keySet());

            assertThat(described.stream().map(route -> route.method() + " " + route.path()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }

        @Test
        void have_the_parameters_of_the_documents() {
            assertThat(described)
                    .allSatisfy(route -> assertThat(documents
                                    .operations()
                                    .get(route.method() + " " + route.path())
                                    .queryParameters()
                                    .map(one -> one.path("name").asText()))
                            .containsExactlyInAnyOrderElementsOf(route.form().parameters()));
        }
    }

    @Nested
    class Examples {

        @Test
        void are_valid() {
            List<String> problems = new ArrayList<>();
            documents.operations().values().forEach(operation -> {
                check(operation, operation.text().path("requestBody"), problems);
                operation
                        .text()
                        .path("responses")
                        .forEach(response -> check(operation, operation.target(response), problems));
            });

            assertThat(problems).isEmpty();
        }

        private void check(Operation operation, JsonNode body, List<String> problems) {
            body.path("content")
                    .forEach(media -> examples(media)
                            .forEach(example -> problems.addAll(documents.problems(operation, media, example))));
        }

        private static Stream<JsonNode> examples(JsonNode media) {
            Stream<JsonNode> named = ApiDocuments.stream(media.path("examples")).map(one -> one.path("value"));
            return media.has("example") ? Stream.of(media.get("example")) : named;
        }
    }

    @Nested
    class Documents {

        @Test
        void have_no_loose_ends() {
            assertThat(documents.operations().values())
                    .allSatisfy(operation -> assertThat(operation.api().findValues("$ref"))
                            .allSatisfy(ref -> assertThat(operation
                                            .api()
                                            .at(ref.asText().substring(1))
                                            .isMissingNode())
                                    .as(ref.asText())
                                    .isFalse()));
        }

        @Test
        void describe_what_is_shared_in_the_same_words() {
            Map<String, Set<JsonNode>> schemas = new TreeMap<>();
            documents
                    .operations()
                    .values()
                    .forEach(operation -> operation
                            .api()
                            .at("/components/schemas")
                            .properties()
                            .forEach(one -> schemas.computeIfAbsent(one.getKey(), any -> new HashSet<>())
                                    .add(one.getValue())));

            assertThat(schemas)
                    .allSatisfy((name, texts) -> assertThat(texts).as(name).hasSize(1));
        }

        /** A head that is refused never gets as far as having an id. */
        @Test
        void promise_the_id_of_the_request_with_every_answer_but_to_refused_heads() {
            assertThat(documents.operations())
                    .allSatisfy((name, operation) -> operation
                            .text()
                            .path("responses")
                            .properties()
                            .forEach(response -> assertThat(
                                            documents.headers(operation, Integer.parseInt(response.getKey())))
                                    .as(name + " " + response.getKey())
                                    .matches(headers -> headers.containsKey("x-rh-insights-request-id")
                                            != Set.of("414", "431").contains(response.getKey()))));
        }

        @Test
        void tell_which_headers_an_answer_must_have() {
            Map<String, String> all = Map.of("x-rh-insights-request-id", "1", "Vary", "Accept, Accept-Encoding");

            assertThat(headerProblems(all)).isEmpty();
            assertThat(headerProblems(Map.of("Vary", "Accept, Accept-Encoding")))
                    .containsExactly("no header x-rh-insights-request-id");
            assertThat(headerProblems(Map.of("x-rh-insights-request-id", "1", "Vary", "Accept")))
                    .hasSize(1);
        }

        private List<String> headerProblems(Map<String, String> headers) {
            return documents.headerProblems(
                    "GET /api/drift/v1/comparison_report", 200, name -> Optional.ofNullable(headers.get(name)));
        }

        @Test
        void are_read_strictly() {
            assertThat(problems("GET /api/drift/v1/version", 200, "{\"version\":\"1\"}"))
                    .isEmpty();
            assertThat(problems("GET /api/drift/v1/version", 200, "{\"version\":\"1\",\"more\":1}"))
                    .hasSize(1);
            assertThat(problems("GET /api/drift/v1/version", 200, "{}")).hasSize(1);
            assertThat(problems("GET /api/drift/v1/version", 418, "{}")).hasSize(1);
            assertThat(problems("PUT /api/drift/v1/version", 200, "{}")).hasSize(1);
            assertThat(problems("GET /nosuch", 200, "{}")).isEmpty();
            assertThat(documents.problems("GET /mgmt/v0/status", 200, "text/html", new byte[0]))
                    .hasSize(1);
        }

        private List<String> problems(String request, int status, String body) {
            return documents.problems(request, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void let_only_what_may_be_unknown_be_null() {
            String system =
                    "{\"id\":\"a6d3b8a4-9f4c-4f6e-9d0a-0a5d2a0a7b11\",\"display_name\":%s,\"last_updated\":null,"
                            + "\"system_profile_exists\":false,\"insights_installed\":false,\"insights_enabled\":false,"
                            + "\"system_stale\":false}";
            String report = "{\"facts\":[],\"systems\":[" + system + "],\"baselines\":[],"
                    + "\"historical_system_profiles\":[],\"drift_event_notify\":false}";

            assertThat(problems("GET /api/drift/v1/comparison_report", 200, report.formatted("\"a\"")))
                    .isEmpty();
            assertThat(problems("GET /api/drift/v1/comparison_report", 200, report.formatted("null")))
                    .anyMatch(problem -> problem.startsWith("/systems/0/display_name"));
            assertThat(problems(
                            "GET /api/drift/v1/comparison_report",
                            200,
                            report.replace("a6d3b8a4-", "").formatted("\"a\"")))
                    .anyMatch(problem -> problem.startsWith("/systems/0/id"));
        }
    }

    @TestFactory
    Stream<DynamicTest> recorded_answers_are_as_described() {
        return ConformanceCases.in(CASES).stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.toString(), () -> assertThat(problems(one)).isEmpty()));
    }

    private List<String> problems(ConformanceCase one) {
        return documents.problems(
                one.request().toString(),
                one.response().path("status").asInt(),
                one.response().path("headers").path("content-type").asText(),
                one.response().path("json").toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void recorded_questions_are_as_described() {
        Operation post = documents.operations().get("POST /api/drift/v1/comparison_report");
        JsonNode media = post.text().at("/requestBody/content/application~1json");
        Map<String, List<String>> problems = ConformanceCases.in(CASES).stream()
                .filter(one -> one.request().method().equals("POST")
                        && one.response().path("status").asInt() == 200)
                .collect(Collectors.toMap(ConformanceCase::toString, one -> problems(post, media, one)));

        assertThat(problems)
                .isNotEmpty()
                .allSatisfy((name, found) -> assertThat(found).isEmpty());
    }

    private List<String> problems(Operation post, JsonNode media, ConformanceCase one) {
        try {
            return documents.problems(post, media, JSON.readTree(one.request().body()));
        } catch (IOException notJson) {
            return List.of(notJson.getMessage());
        }
    }
}

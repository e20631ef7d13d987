package io.drift.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every recorded report through own stores: what the services of a case know is uploaded, then the case is asked with the
 * archived reading, and answered as recorded. What own stores refuse, or answer otherwise, is listed with a reason in
 * {@code own-stores.json}; a case that is listed and answered as recorded is a failure too.
 */
class OwnStoresTest {

    private static final Path CORPUS = Path.of("src/test/resources/conformance");
    private static final Path LIST = Path.of("src/test/resources/own-stores.json");
    private static final String REPORT = "/comparison_report";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path temporary;

    private static OwnStores stores;
    private static Map<String, JsonNode> listed;

    @BeforeAll
    static void start() throws IOException {
        stores = new OwnStores(temporary.resolve("data"));
        listed = listed();
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    /** The reason by the name of the case. */
    private static Map<String, JsonNode> listed() throws IOException {
        Map<String, JsonNode> listed = new HashMap<>();
        for (JsonNode reason : JSON.readTree(LIST.toFile()).path("reasons")) {
            for (JsonNode name : reason.path("cases")) {
                assertThat(listed.put(name.asText(), reason))
                        .as("listed twice: " + name)
                        .isNull();
            }
        }
        return listed;
    }

    private static Map<String, JsonNode> reportCases() throws IOException {
        Map<String, JsonNode> cases = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CORPUS.resolve("cases"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                JsonNode recording = JSON.readTree(file.toFile());
                if (recording.at("/request/path").asText().endsWith(REPORT)) {
                    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
                    cases.put(file.getParent().getFileName() + "/" + name, recording);
                }
            }
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> reports_are_answered_as_recorded_or_listed_with_a_reason() throws IOException {
        return reportCases().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> check(one.getKey(), one.getValue())));
    }

    private static void check(String name, JsonNode recording) throws IOException {
        List<String> problems = stores.problems(recording);
        JsonNode reason = listed.get(name);
        if (reason == null) {
            assertThat(problems).isEmpty();
            return;
        }
        if (reason.path("by_chance").asBoolean()) {
            assertThat(problems).noneMatch(problem -> problem.startsWith("refused"));
            return;
        }
        assertThat(problems).as("it is listed, but answered as recorded").isNotEmpty();
        if (reason.has("cause")) {
            assertThat(new RecordedSystems(recording).causes())
                    .contains(RecordedSystems.Cause.valueOf(reason.path("cause").asText()));
            assertThat(problems).noneMatch(problem -> problem.startsWith("refused"));
        } else {
            assertThat(problems)
                    .anySatisfy(problem ->
                            assertThat(problem).contains(reason.path("shows_in").asText()));
        }
    }

    @Test
    void what_is_listed_is_recorded_and_has_a_reason() throws IOException {
        assertThat(reportCases().keySet()).containsAll(listed.keySet());
        assertThat(listed.values()).allSatisfy(reason -> {
            assertThat(reason.path("because").asText()).isNotBlank();
            assertThat(List.of("cause", "shows_in", "by_chance"))
                    .filteredOn(reason::has)
                    .hasSize(1);
        });
    }
}

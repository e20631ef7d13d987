package io.drift.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.testkit.conformance.ConformanceCase;
import io.drift.testkit.conformance.ConformanceCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every recorded case against the real server. A case of {@code cases} is answered as recorded; one of {@code quirks}
 * as the decision beside it says, or, for several values of a fact, as the recording's {@code response_if_fixed}.
 */
class ConformanceTest {

    private static final Path CORPUS = Path.of("src/test/resources/conformance");
    private static final Path BESIDE = Path.of("../../shared/conformance/cases/report");
    private static final String DECISION = ".decision.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static RunningServers servers;

    @BeforeAll
    static void start() {
        servers = new RunningServers();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @TestFactory
    Stream<DynamicTest> cases_are_answered_as_recorded() {
        return ConformanceCases.in(CORPUS.resolve("cases")).stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.toString(), () -> assertThat(servers.problems(one)).isEmpty()));
    }

    /** Recordings that are not part of the project, and are there only beside some checkouts of it. */
    @TestFactory
    Stream<DynamicTest> cases_beside_the_project_are_answered_as_recorded() {
        Stream<ConformanceCase> beside =
                Files.isDirectory(BESIDE) ? ConformanceCases.in(BESIDE).stream() : Stream.empty();
        return beside.map(one -> DynamicTest.dynamicTest(
                one.toString(), () -> assertThat(servers.problems(one)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> quirks_are_answered_as_decided() throws IOException {
        return files("quirks")
                .map(file -> DynamicTest.dynamicTest(
                        CORPUS.relativize(file).toString(),
                        () -> assertThat(problems(file)).isEmpty()));
    }

    private static Stream<Path> files(String corpus) throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS.resolve(corpus))) {
            return files
                    .filter(file -> file.toString().endsWith(".json")
                            && !file.toString().endsWith(DECISION))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<String> problems(Path file) throws IOException, InterruptedException {
        Path decision = Path.of(file.toString().replaceFirst("\\.json$", DECISION));
        if (Files.exists(decision)) {
            return new Decision(JSON.readTree(decision.toFile()))
                    .problems((ObjectNode) JSON.readTree(file.toFile()), servers);
        }
        ConformanceCase recorded = ConformanceCases.read(file);
        return servers.problems(recorded.ifFixed().orElse(recorded));
    }
}

package io.drift.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every decision on an oddity that the code or a recording cites is told to who comes from the archived service. */
class QDecisionsDocumentTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path PAGE = PROJECT.resolve("docs/coming-from-the-python-service.md");
    private static final Path RECORDINGS = Path.of("src/test/resources/conformance");
    private static final String DECISION = ".decision.json";
    private static final Pattern CITED = Pattern.compile("\\bQ[0-9]+\\b");
    private static final Pattern RANGE = Pattern.compile("\\bQ([0-9]+) to Q([0-9]+)\\b");
    private static final Pattern ROW =
            Pattern.compile("^\\| <a id=\"q([0-9]+)\"></a>Q\\1 \\| (same|different|new) \\|", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\(#q([0-9]+)\\)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The kind of each decision on the page, such as {@code different}. */
    private static Map<String, String> told() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(row -> "Q" + row.group(1), row -> row.group(2)));
    }

    @Test
    void every_decision_that_code_or_a_recording_cites_has_a_row() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (Path module : modules()) {
            for (Path source : files(module.resolve("src/main"), ".java")) {
                cited.addAll(citedIn(Files.readString(source)));
            }
        }
        for (Path decision : files(RECORDINGS, DECISION)) {
            cited.addAll(citedIn(Files.readString(decision)));
        }

        assertThat(cited).contains("Q1", "Q19", "Q34");
        assertThat(told()).containsKeys(cited.toArray(String[]::new));
    }

    @Test
    void the_rows_are_in_the_order_of_their_numbers() throws IOException {
        List<Integer> rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();

        assertThat(rows).isSorted().doesNotHaveDuplicates().contains(1, 34);
    }

    @Test
    void what_is_kept_is_told_as_the_same_and_what_is_decided_otherwise_as_different() throws IOException {
        Map<String, Boolean> kept = new TreeMap<>();
        for (Path file : files(RECORDINGS, DECISION)) {
            JsonNode decision = JSON.readTree(file.toFile());
            boolean unchanged = decision.path("unchanged").asBoolean();
            kept.merge(decision.path("decision").asText(), unchanged, Boolean::logicalAnd);
        }

        assertThat(kept).containsValues(true, false);
        assertThat(told())
                .containsAllEntriesOf(kept.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue() ? "same" : "different")));
    }

    @Test
    void links_to_a_decision_lead_to_its_row() throws IOException {
        assertThat(LINK.matcher(Files.readString(PAGE)).results().map(link -> "Q" + link.group(1)))
                .isNotEmpty()
                .allSatisfy(linked -> assertThat(told()).containsKey(linked));
    }

    private static Set<String> citedIn(String text) {
        Set<String> cited =
                CITED.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
        RANGE.matcher(text)
                .results()
                .forEach(range -> IntStream.rangeClosed(
                                Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                        .forEach(number -> cited.add("Q" + number)));
        return cited;
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(PROJECT)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main")))
                    .toList();
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}

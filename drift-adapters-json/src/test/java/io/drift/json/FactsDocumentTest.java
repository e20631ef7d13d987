package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.Reading;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.InventorySystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each example in the tables of {@code docs/facts.md} comes out as the page says. */
class FactsDocumentTest {

    private static final Path PAGE = Path.of("../docs/facts.md");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /**
     * A row of a table: what it shows, an example, and what exact and archived reading make of it.
     *
     * @param cells as they are written
     */
    private record Row(List<String> cells) {

        static Row of(String line) {
            return new Row(List.of(line.substring(2, line.length() - 2).split(" \\| ")));
        }

        String example() {
            return cells.get(1);
        }

        /** The members of a profile, as one piece of code. */
        boolean isOfProfile() {
            return cells.size() == 4 && example().startsWith("`\"");
        }

        /** A source a line, as {@code name: {...}}. */
        boolean isOfComparison() {
            return cells.size() == 4 && example().matches("`[a-z/ ]+: \\{.*");
        }

        List<String> told() {
            return cells.subList(2, 4);
        }
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && line.endsWith(" |"))
                .map(Row::of);
    }

    @Test
    void no_row_is_left_out() throws IOException {
        assertThat(rows().filter(row -> !row.isOfProfile() && !row.isOfComparison())
                        .map(row -> row.cells().get(0)))
                .containsExactly("Part", "---", "Rule", "---", "Silent", "---");
    }

    private static List<String> told(String exact, String archived) {
        return List.of(exact, archived.equals(exact) ? "the same" : archived);
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static List<DynamicTest> tests(Stream<Row> rows, Check outcome) {
        List<DynamicTest> tests = rows.map(row -> DynamicTest.dynamicTest(
                        row.cells().get(0) + ": " + row.example(),
                        () -> assertThat(told(outcome.of(row, Reading.EXACT), outcome.of(row, Reading.ARCHIVED)))
                                .isEqualTo(row.told())))
                .toList();
        assertThat(tests).hasSizeGreaterThan(25);
        return tests;
    }

    /** What comes out of a row. */
    @FunctionalInterface
    private interface Check {
        String of(Row row, Reading reading) throws IOException;
    }

    @TestFactory
    List<DynamicTest> each_part_becomes_the_facts_that_the_page_tells() throws IOException {
        return tests(rows().filter(Row::isOfProfile), (row, reading) -> {
            String members = row.example().replace("`", "");
            return facts(system("a", JSON.readTree("{" + members + "}"), reading));
        });
    }

    private static String facts(InventorySystem system) {
        Map<FactName, FactValue> facts = new TreeMap<>(system.facts().asMap());
        facts.values().removeIf(value -> value == null);
        return facts.isEmpty()
                ? "nothing"
                : facts.entrySet().stream()
                        .map(fact -> code(fact.getKey().toString()) + " = "
                                + fact.getValue().texts().stream()
                                        .map(FactsDocumentTest::code)
                                        .collect(Collectors.joining(" and ")))
                        .collect(Collectors.joining("<br>"));
    }

    @TestFactory
    List<DynamicTest> each_comparison_ends_as_the_page_tells() throws IOException {
        return tests(rows().filter(Row::isOfComparison), (row, reading) -> {
            List<FactSource> sources = new ArrayList<>();
            for (String line : row.example().split("<br>")) {
                String[] source = line.replace("`", "").split(": ", 2);
                sources.add(source(source[0], JSON.readTree(source[1]), reading));
            }
            return outcome(Comparison.of(sources).report());
        });
    }

    private static String outcome(ComparisonReport report) {
        List<String> outcome = new ArrayList<>();
        report.onlyDifferences()
                .comparisons()
                .forEach(fact -> outcome.add(code(fact.fact().toString()) + " " + fact.state()));
        if (outcome.isEmpty()) {
            outcome.add("nothing differs");
        }
        report.notCompared()
                .forEach(part -> outcome.add(
                        code(part.part()) + " of " + code(part.source().id()) + " not compared"));
        return String.join("<br>", outcome);
    }

    /** A system such as {@code a}, a profile of it such as {@code a/before}, or a {@code baseline}. */
    private static FactSource source(String name, JsonNode json, Reading reading) throws IOException {
        if (name.equals("baseline")) {
            FactRecorder facts = new FactRecorder();
            json.properties()
                    .forEach(fact -> facts.record(fact.getKey(), fact.getValue().asText()));
            return Baseline.of(name, facts.end());
        }
        InventorySystem system = system(name, json, reading);
        int slash = name.indexOf('/');
        return slash < 0 ? system : new HistoricalProfile(name, name, name.substring(0, slash), null, system.profile());
    }

    private static InventorySystem system(String name, JsonNode profile, Reading reading) throws IOException {
        ObjectNode host = JSON.createObjectNode().put("id", name);
        host.set("fqdn", profile.get("fqdn"));
        host.set("system_profile", profile);
        return new SystemReader(reading).read(name, host.toString());
    }
}

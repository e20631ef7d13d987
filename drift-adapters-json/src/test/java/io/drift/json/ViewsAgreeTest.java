package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.fact.FactRecorder;
import io.drift.core.report.ReportCsv;
import io.drift.core.report.ReportView;
import io.drift.core.report.ReportWriter;
import io.drift.core.source.FactSource;
import io.drift.json.page.ReportHtml;
import io.drift.json.page.ReportMarkdown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** All views and formats of a report say the same, whatever the order of its columns was. */
class ViewsAgreeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MISSING = "(missing)";

    private static List<FactSource> fleet(Random random) {
        List<FactSource> fleet = new ArrayList<>();
        int size = 2 + random.nextInt(40);
        for (int number = 0; number < size; number++) {
            FactRecorder facts = new FactRecorder();
            for (int fact = 0; fact < 12; fact++) {
                if (random.nextInt(5) > 0) {
                    String name = (fact % 3 == 0 ? "single" : "group" + fact % 3 + ".f") + fact;
                    String text = "v" + random.nextInt(1 + fact * fact);
                    if (random.nextInt(9) == 0) {
                        facts.record(name, List.of("z", text));
                    } else {
                        facts.record(name, text);
                    }
                }
            }
            fleet.add(FactSource.of("m" + (100 + number), facts.end()));
        }
        return fleet;
    }

    private static ComparisonReport report(List<FactSource> fleet) {
        return Comparison.of(fleet).withRules(FactRules.exact()).report();
    }

    private static String written(ReportWriter writer, ComparisonReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void csv_groups_and_cells_have_the_same_values() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            ComparisonReport report = report(fleet(new Random(seed)));
            Map<String, Map<String, String>> groups =
                    ofGroups(JSON.readTree(written(ViewJson.groups().withAllNames(), report)));
            assertThat(ofCsv(written(new ReportCsv(), report)))
                    .as("seed %d", seed)
                    .isEqualTo(groups);
            assertThat(ofCells(JSON.readTree(written(new ReportJson(), report))))
                    .as("seed %d", seed)
                    .isEqualTo(groups);
        }
    }

    /** By fact, its state and what each column has; the first value is that of all who are not named elsewhere. */
    private static Map<String, Map<String, String>> ofGroups(JsonNode report) {
        Map<String, Map<String, String>> facts = new TreeMap<>();
        for (JsonNode fact : report.path("facts")) {
            Map<String, String> values = new TreeMap<>();
            for (JsonNode value : fact.path("values")) {
                for (JsonNode column : value.path("columns")) {
                    values.put(name(report, column.asInt()), text(value.path("value")));
                }
            }
            JsonNode usual = fact.path("values").path(0);
            int named = values.size();
            for (int column = 0; column < report.path("columns").size(); column++) {
                values.putIfAbsent(name(report, column), text(usual.path("value")));
            }
            assertThat(values.size() - named).isEqualTo(usual.path("count").asInt());
            values.put("state", fact.path("state").asText());
            facts.put(fact.path("name").asText(), values);
        }
        return facts;
    }

    private static String name(JsonNode report, int column) {
        return report.path("columns").path(column).path("name").asText();
    }

    /** Several texts are a set. */
    private static String text(JsonNode value) {
        if (value.isNull()) {
            return MISSING;
        }
        List<String> texts = new ArrayList<>();
        value.forEach(text -> texts.add(text.asText()));
        return value.isArray() ? sorted(texts) : value.asText();
    }

    private static String sorted(List<String> texts) {
        return String.join(", ", texts.stream().sorted().toList());
    }

    private static Map<String, Map<String, String>> ofCsv(String csv) {
        Map<String, Map<String, String>> facts = new TreeMap<>();
        List<List<String>> rows = csv.lines().map(ViewsAgreeTest::cells).toList();
        String group = "";
        for (List<String> row : rows.subList(1, rows.size())) {
            boolean member = row.get(0).startsWith("    ");
            group = member ? group : row.get(0);
            String name = member ? group + "." + row.get(0).strip() : row.get(0);
            if (member || !group.startsWith("group")) {
                Map<String, String> values = new TreeMap<>(Map.of("state", row.get(1)));
                for (int column = 2; column < row.size(); column++) {
                    values.put(rows.get(0).get(column), row.get(column).isEmpty() ? MISSING : row.get(column));
                }
                facts.put(name, values);
            }
        }
        return facts;
    }

    /** A cell in quotes has several texts, and no quotes within. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String part : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            cells.add(
                    part.startsWith("\"")
                            ? sorted(Arrays.asList(part.replace("\"", "").split(", ")))
                            : part);
        }
        return cells;
    }

    private static Map<String, Map<String, String>> ofCells(JsonNode report) {
        Map<String, Map<String, String>> facts = new TreeMap<>();
        for (JsonNode entry : report.path("facts")) {
            if (entry.has("comparisons")) {
                entry.path("comparisons")
                        .forEach(fact -> facts.put(
                                entry.path("name").asText() + "."
                                        + fact.path("name").asText(),
                                ofFact(fact)));
            } else {
                facts.put(entry.path("name").asText(), ofFact(entry));
            }
        }
        return facts;
    }

    /** A cell without a value is an empty text; none of the fleet is one. */
    private static Map<String, String> ofFact(JsonNode fact) {
        Map<String, String> values =
                new TreeMap<>(Map.of("state", fact.path("state").asText()));
        for (JsonNode cell : fact.path("systems")) {
            List<String> texts = new ArrayList<>();
            cell.path("value").forEach(text -> texts.add(text.asText()));
            texts.add(cell.path("value").asText());
            texts.removeIf(String::isEmpty);
            values.put(cell.path("id").asText(), texts.isEmpty() ? MISSING : sorted(texts));
        }
        return values;
    }

    @Test
    void another_order_of_the_files_changes_no_byte() throws IOException {
        List<ReportWriter> formats = List.of(
                new ReportJson(), new ReportCsv(), new ReportJsonLines(), new ReportHtml(), new ReportMarkdown());
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<FactSource> fleet = fleet(random);
            List<FactSource> shuffled = new ArrayList<>(fleet);
            Collections.shuffle(shuffled, random);
            for (ReportWriter format : formats) {
                for (ReportView view : ReportView.values()) {
                    if (format.inView(view).isPresent()) {
                        ReportWriter writer = format.inView(view).get();
                        assertThat(written(writer, report(shuffled)))
                                .as("%s %s of seed %d", format.name(), view, seed)
                                .isEqualTo(written(writer, report(fleet)));
                    }
                }
            }
        }
    }
}

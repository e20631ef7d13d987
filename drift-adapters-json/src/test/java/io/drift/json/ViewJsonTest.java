package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.fact.FactRecorder;
import io.drift.core.policy.Policy;
import io.drift.core.policy.PolicyBase;
import io.drift.core.source.FactSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewJsonTest {

    private static ComparisonReport fleet(int size, IntFunction<@Nullable String> openssl) {
        List<FactSource> machines = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            FactRecorder recorder = new FactRecorder().record("arch", "x86_64");
            String version = openssl.apply(number);
            if (version != null) {
                recorder.record("installed_packages.openssl", version);
            }
            machines.add(FactSource.of("id-" + number, "m" + (1000 + number), recorder.end()));
        }
        return Comparison.of(machines).report();
    }

    private static String write(ViewJson view, ComparisonReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        view.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String columns(int size) {
        StringBuilder columns = new StringBuilder();
        for (int number = 0; number < size; number++) {
            columns.append(number == 0 ? "" : ",")
                    .append("{\"id\":\"id-" + number + "\",\"name\":\"m" + (1000 + number) + "\",\"kind\":\"other\"}");
        }
        return "\"columns\":[" + columns + "]";
    }

    @Test
    void groups_name_all_but_the_majority() throws IOException {
        ComparisonReport report = fleet(5, number -> number == 1 ? "27" : number == 3 ? null : "28");
        assertThat(write(ViewJson.groups(), report))
                .isEqualTo(
                        "{\"view\":\"groups\"," + columns(5) + ",\"facts\":["
                                + "{\"name\":\"arch\",\"state\":\"SAME\",\"values\":[{\"value\":\"x86_64\",\"count\":5}]},"
                                + "{\"name\":\"installed_packages.openssl\",\"state\":\"DIFFERENT\",\"reasons\":[\"VALUE\",\"MISSING\"],"
                                + "\"values\":[{\"value\":\"28\",\"count\":3},{\"value\":\"27\",\"count\":1,\"columns\":[1]},"
                                + "{\"value\":null,\"count\":1,\"columns\":[3]}]}],"
                                + "\"summary\":{\"facts\":2,\"differ\":1,\"hidden\":[],\"not_compared\":[]},"
                                + "\"basis\":{\"rules\":\"exact\",\"baseline_facts_only\":false,\"differ\":1,\"looked_at\":[]}}");
        assertThat(write(ViewJson.groups().withOnlyDifferences(), report))
                .doesNotContain("\"SAME\"")
                .contains("\"summary\":{\"facts\":2,\"differ\":1,");
    }

    @Test
    void groups_of_two_hundred_are_a_fiftieth_of_the_cells_where_most_facts_are_alike() throws IOException {
        Random random = new Random(1);
        FactRecorder recorder = new FactRecorder();
        List<FactSource> machines = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            for (int fact = 0; fact < 1000; fact++) {
                // 13 of 100 packages have another version on 8 of 100 machines
                boolean other = fact % 100 < 13 && random.nextInt(100) < 8;
                recorder.record("installed_packages.package-" + fact, (other ? "5.2" : "5.1") + ".8-9.el9.x86_64");
            }
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            machines.add(FactSource.of(id, "web-" + (1000 + number) + ".example.com", recorder.end()));
        }
        ComparisonReport report = Comparison.of(machines).report();
        ByteArrayOutputStream cells = new ByteArrayOutputStream();
        new ReportJson().write(report, cells);
        assertThat(write(ViewJson.groups(), report).length()).isLessThan(cells.size() / 50);
    }

    @Test
    void many_names_are_counted_unless_all_are_wanted() throws IOException {
        ComparisonReport report = fleet(60, number -> number < 35 ? "28" : number < 57 ? "27" : null);
        String few = write(ViewJson.groups(), report);
        assertThat(few)
                .contains(
                        "{\"value\":\"27\",\"count\":22,\"columns\":[35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,"
                                + "53,54],\"more_columns\":2}");
        assertThat(write(ViewJson.groups().withAllNames(), report))
                .contains("53,54,55,56]}")
                .doesNotContain("more_");
        ComparisonReport each = fleet(12, number -> "v" + number);
        assertThat(write(ViewJson.groups(), each)).contains(",\"more_values\":2}");
        assertThat(write(ViewJson.clusters(), each)).contains(",\"more_clusters\":2}");
    }

    @Test
    void outliers_have_reasons_as_data() throws IOException {
        ComparisonReport report = fleet(200, number -> number == 6 ? "27" : "28");
        assertThat(write(ViewJson.outliers(), report))
                .startsWith("{\"view\":\"outliers\"," + columns(200)
                        + ",\"outliers\":[{\"column\":6,\"rank\":1,\"score\":6.651,"
                        + "\"reasons\":[{\"rank\":1,\"fact\":\"installed_packages.openssl\",\"value\":\"27\",\"usual\":\"28\","
                        + "\"usual_count\":199,\"peers\":200,\"shared_by\":0,\"of\":199,\"score\":6.651,\"weight\":1.0}]},"
                        + "{\"column\":0,\"rank\":2,\"score\":0.0,\"reasons\":[]},");
        assertThat(write(ViewJson.outliers(), fleet(3, any -> "28")))
                .contains("\"outliers\":[],\"peers\":[],\"why_none\":\"there are 3 machines");
    }

    @Test
    void clusters_have_fingerprints() throws IOException {
        ComparisonReport report = fleet(3, number -> number == 1 ? "27" : "28");
        assertThat(write(ViewJson.clusters(), report))
                .matches(
                        "\\{\"view\":\"clusters\",.*,\"groups\":\\[\\{\"group\":\"installed_packages\",\"clusters\":\\["
                                + "\\{\"fingerprint\":\"sha256:[0-9a-f]{64}\",\"count\":2,\"columns\":\\[0,2]},"
                                + "\\{\"fingerprint\":\"sha256:[0-9a-f]{64}\",\"count\":1,\"columns\":\\[1]}]}],"
                                + "\"summary\":\\{\"hidden\":\\[],\"not_compared\":\\[]}}");
    }

    @Test
    void each_view_tells_what_rules_hide_and_what_was_not_found() throws IOException {
        Policy policy = Policy.of(PolicyBase.EXACT).withIgnored("installed_packages");
        ComparisonReport report = Comparison.of(
                        fleet(3, number -> number == 1 ? "27" : "28").columns())
                .withRules(FactRules.of(policy))
                .report()
                .withNotFound(List.of("nobody"));
        for (ViewJson view : List.of(ViewJson.groups(), ViewJson.outliers(), ViewJson.clusters())) {
            assertThat(write(view, report))
                    .contains("\"hidden\":[{\"rule\":\"ignore:1\",\"facts\":1,\"differ\":1,"
                            + "\"not_same\":[\"installed_packages.openssl\"]}")
                    .contains("\"not_compared\":[{\"id\":\"nobody\",\"reason\":\"there is nothing with this id");
        }
    }
}

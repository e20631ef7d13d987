package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactList;
import io.drift.core.comparison.FactRules;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static FactSource source(String id, FactRecorder facts) {
        return FactSource.of(id, id, facts.end());
    }

    private static String write(Comparison comparison) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportJson().write(comparison.report(CLOCK), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_report_has_single_facts_groups_and_several_values() throws IOException {
        FactSource a = source(
                "a",
                new FactRecorder()
                        .record("arch", "x")
                        .record("g.m", List.of("1", "2"))
                        .record("q", "a\"\n\u00fc"));
        FactSource b = source("b", new FactRecorder().record("arch", "y").record("g.m", "1"));

        String json = write(Comparison.of(List.of(a, b)).withReference("a"));

        String expected = "{'facts':["
                + "{'name':'arch','state':'DIFFERENT','drifted_from_baseline':false,'reasons':['VALUE'],"
                + "'value_numbers':[0,1],'systems':[{'id':'a','value':'x','state':'SAME'},{'id':'b','value':'y','state':'DIFFERENT'}]},"
                + "{'name':'g','state':'DIFFERENT','comparisons':[{'name':'m','state':'DIFFERENT',"
                + "'drifted_from_baseline':false,'reasons':['VALUE'],'value_numbers':[0,1],'multivalues':["
                + "{'state':'SAME','systems':[{'id':'a','value':'1','state':'SAME'},{'id':'b','value':'1','state':'SAME'}]},"
                + "{'state':'DIFFERENT','systems':[{'id':'a','value':'2','state':'SAME'},"
                + "{'id':'b','value':'','state':'DIFFERENT'}]}],"
                + "'systems':[{'id':'a','value':['1','2']},{'id':'b','value':['1','']}]}]},"
                + "{'name':'q','state':'DIFFERENT','drifted_from_baseline':false,'reasons':['MISSING'],"
                + "'value_numbers':[0,1],'missing_number':1,'systems':["
                + "{'id':'a','value':'a\\\"\\n\u00fc','state':'SAME'},{'id':'b','value':'','state':'DIFFERENT'}]}],"
                + "'systems':[" + header("a") + "," + header("b") + "],"
                + "'baselines':[],'historical_system_profiles':[],'not_compared':[],'basis':{'rules':'exact','reference':'a','baseline_facts_only':false,"
                + "'differ':3,'looked_at':[]},'drift_event_notify':false}";
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(json)).isEqualTo(mapper.readTree(expected.replace('\'', '"')));
    }

    private static String header(String id) {
        return "{'id':'" + id + "','display_name':'" + id + "','system_profile_exists':true,'last_updated':null,"
                + "'insights_installed':false,'insights_enabled':false,'system_stale':false}";
    }

    @Test
    void texts_of_any_length_and_letters_are_written_as_they_are() throws IOException {
        Random random = new Random(11);
        String[] letters = {"a", "~", " ", "\"", "\\", "\n", "\0", "\u007f", "\u00e9", "\u20ac", "\ud834\udd1e"};
        FactRecorder left = new FactRecorder();
        FactRecorder right = new FactRecorder();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String letter = i % 3 == 0 ? letters[random.nextInt(letters.length)] : "";
            int length = i % 500 == 0 ? 60_000 + random.nextInt(10_000) : random.nextInt(60);
            String name = "f" + i + letter;
            names.add(name);
            left.record(name, "x".repeat(length) + letter);
            right.record(name, i % 2 == 0 ? "x".repeat(length) + letter : "y" + random.nextInt(20));
        }
        Comparison comparison = Comparison.of(source("a", left), source("b", right));
        JsonNode json = new ObjectMapper().readTree(write(comparison));

        ComparisonReport report = comparison.report(CLOCK);
        assertThat(json.get("facts")).hasSize(names.size());
        for (JsonNode fact : json.get("facts")) {
            FactComparison expected = report.fact(fact.get("name").textValue()).orElseThrow();
            for (int column = 0; column < 2; column++) {
                assertThat(fact.get("systems").get(column).get("value").textValue())
                        .isEqualTo(String.valueOf(expected.value(column)));
            }
        }
    }

    @Test
    void a_report_comes_in_large_blocks() throws IOException {
        List<Integer> blocks = new ArrayList<>();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int one) {
                blocks.add(1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                blocks.add(length);
            }
        };
        FactRecorder facts = new FactRecorder();
        for (int i = 0; i < 5000; i++) {
            facts.record("f" + i, "value " + i);
        }

        new ReportJson().write(Comparison.of(source("a", facts)).report(CLOCK), out);

        assertThat(blocks).hasSizeGreaterThan(4);
        assertThat(blocks.subList(0, blocks.size() - 1)).allMatch(length -> length > 60_000);
    }

    @Test
    void an_empty_report_is_whole() throws IOException {
        assertThat(write(Comparison.of(List.of())))
                .isEqualTo("{\"facts\":[],\"systems\":[],\"baselines\":[],\"historical_system_profiles\":[],"
                        + "\"not_compared\":[],\"basis\":{\"rules\":\"exact\",\"baseline_facts_only\":false,"
                        + "\"differ\":0,\"looked_at\":[]},\"drift_event_notify\":false}");
    }

    @Test
    void an_exact_report_names_what_could_not_be_looked_at() throws IOException {
        InventorySystem web = InventorySystem.ofProfile("web", Map.of("arch", List.of(new Object())));
        InventorySystem db = new SystemReader().read("db", "{\"id\": \"db\", \"system_profile\": {}}");

        assertThat(write(Comparison.of(web, db)))
                .contains("\"historical_system_profiles\":[],\"not_compared\":["
                        + "{\"id\":\"db\",\"part\":\"system_profile\",\"reason\":\"there is no profile\"},"
                        + "{\"id\":\"web\",\"part\":\"arch\",\"reason\":\"an entry contains a value that cannot be read\"}],"
                        + "\"basis\":{\"rules\":\"exact\",\"baseline_facts_only\":false,\"differ\":0,\"looked_at\":["
                        + "{\"id\":\"db\",\"only\":[],\"except\":[]},{\"id\":\"web\",\"except\":[\"arch\"]}]},"
                        + "\"drift_event_notify\":false}");
    }

    @Test
    void an_archived_report_is_as_it_was_recorded() throws IOException {
        InventorySystem web = new SystemReader(Reading.ARCHIVED)
                .read("web", "{\"system_profile\": {\"installed_packages\": [\"-\"]}, \"id\": \"web\"}");

        assertThat(Comparison.of(web).report(CLOCK).notCompared()).isNotEmpty();
        assertThat(write(Comparison.of(web)))
                .endsWith("\"historical_system_profiles\":[],\"drift_event_notify\":false}");
    }

    @Test
    void the_stream_stays_open() throws IOException {
        boolean[] closed = new boolean[1];
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        new ReportJson().write(Comparison.of(List.of()).report(CLOCK), out);

        assertThat(closed[0]).isFalse();
    }

    private static InventorySystem lookingAtPackages(String name) {
        RecordedProfile profile = new ProfileRecorder()
                .record(Map.of("installed_packages", List.of("kernel-1-1.x86_64")))
                .withLookedAt(LookedAt.everything().withOnly(List.of("installed_packages")));
        return InventorySystem.of(HostRecord.of(name), profile, RecordedFacts.NONE);
    }

    @Test
    void a_cell_that_was_not_looked_at_says_so_and_has_no_state() throws IOException {
        Map<String, Object> profile = Map.of("arch", "x", "sysctl", Map.of("a", List.of(List.of(1), List.of(2))));
        Comparison comparison = Comparison.of(
                InventorySystem.ofProfile("a", profile),
                InventorySystem.ofProfile("b", profile),
                lookingAtPackages("c"));

        JsonNode report = new ObjectMapper().readTree(write(comparison.withReference("a")));

        JsonNode arch = report.at("/facts/0");
        assertThat(arch.at("/state").asText()).isEqualTo("SAME");
        assertThat(arch.at("/systems/1").has("looked_at")).isFalse();
        assertThat(arch.at("/systems/2")).hasToString("{\"id\":\"c\",\"value\":\"\",\"looked_at\":false}");
        JsonNode several = report.at("/facts/2/comparisons/0");
        assertThat(several.at("/multivalues/0/systems/2"))
                .hasToString("{\"id\":\"c\",\"value\":\"\",\"looked_at\":false}");
        assertThat(several.at("/systems/2")).hasToString("{\"id\":\"c\",\"value\":[\"\",\"\"],\"looked_at\":false}");
        assertThat(report.at("/not_looked_at")).hasToString("[{\"id\":\"c\",\"facts\":2}]");
        assertThat(report.at("/facts_not_comparable").asInt(-1)).isZero();
        assertThat(report.has("left_out")).isFalse();
    }

    @Test
    void what_lists_leave_out_is_counted() throws IOException {
        FactRules rules = FactRules.exact().withLeftOut(new FactList("mine", List.of("a*"), List.of()));

        JsonNode report = new ObjectMapper()
                .readTree(write(Comparison.of(
                                InventorySystem.ofProfile("a", Map.of("arch", "x", "aa", "1", "os_release", "9")),
                                InventorySystem.ofProfile("b", Map.of("arch", "y", "aa", "1", "os_release", "9")))
                        .withRules(rules)));

        assertThat(report.at("/left_out")).hasToString("[{\"list\":\"mine\",\"facts\":2,\"not_same\":[\"arch\"]}]");
        assertThat(report.has("not_looked_at")).isFalse();
        assertThat(report.has("facts_not_comparable")).isFalse();
    }
}

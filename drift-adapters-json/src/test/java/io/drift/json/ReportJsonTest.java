package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.core.comparison.Comparison;
import io.drift.core.fact.FactRecorder;
import io.drift.core.source.FactSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static FactSource source(String id, FactRecorder facts) {
        return FactSource.of(id, id, facts.end());
    }

    private static String write(Comparison comparison) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.write(comparison.report(CLOCK), out);
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

        String json = write(Comparison.of(List.of(a, b)).against("a"));

        String expected = "{'facts':["
                + "{'name':'arch','state':'DIFFERENT','drifted_from_baseline':false,'systems':["
                + "{'id':'a','value':'x','state':'SAME'},{'id':'b','value':'y','state':'DIFFERENT'}]},"
                + "{'name':'g','state':'DIFFERENT','comparisons':[{'name':'m','state':'DIFFERENT',"
                + "'drifted_from_baseline':false,'multivalues':["
                + "{'state':'SAME','systems':[{'id':'a','value':'1','state':'SAME'},{'id':'b','value':'1','state':'SAME'}]},"
                + "{'state':'DIFFERENT','systems':[{'id':'a','value':'2','state':'SAME'},"
                + "{'id':'b','value':'','state':'DIFFERENT'}]}],"
                + "'systems':[{'id':'a','value':['1','2']},{'id':'b','value':['1','']}]}]},"
                + "{'name':'q','state':'DIFFERENT','drifted_from_baseline':false,'systems':["
                + "{'id':'a','value':'a\\\"\\n\u00fc','state':'SAME'},{'id':'b','value':'','state':'DIFFERENT'}]}],"
                + "'systems':[" + header("a") + "," + header("b") + "],"
                + "'baselines':[],'historical_system_profiles':[],'drift_event_notify':false}";
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(json)).isEqualTo(mapper.readTree(expected.replace('\'', '"')));
    }

    private static String header(String id) {
        return "{'id':'" + id + "','display_name':'" + id + "','system_profile_exists':true,'last_updated':null,"
                + "'insights_installed':false,'insights_enabled':false,'system_stale':false}";
    }

    @Test
    void an_empty_report_is_whole() throws IOException {
        assertThat(write(Comparison.of(List.of())))
                .isEqualTo("{\"facts\":[],\"systems\":[],\"baselines\":[],\"historical_system_profiles\":[],"
                        + "\"drift_event_notify\":false}");
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

        ReportJson.write(Comparison.of(List.of()).report(CLOCK), out);

        assertThat(closed[0]).isFalse();
    }
}

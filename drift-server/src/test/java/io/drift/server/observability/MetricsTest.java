package io.drift.server.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.clowder.DriftSettings;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformService;
import io.drift.testkit.ScriptedAnswer;
import io.drift.testkit.Systems;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final String REPORT = RunningDrift.API + "comparison_report";
    private static final List<String> SECONDS = List.of(
            "0.005", "0.01", "0.025", "0.05", "0.075", "0.1", "0.25", "0.5", "0.75", "1.0", "2.5", "5.0", "7.5", "10.0",
            "+Inf");
    private static final List<String> SYSTEMS =
            List.of("2.0", "4.0", "8.0", "16.0", "32.0", "64.0", "128.0", "256.0", "+Inf");
    private static final String BREAKER = "drift_service_breaker_state";
    private static final String REFUSED = "drift_service_calls_refused_total";
    private static final List<String> BREAKERS = List.of("inventory", "baseline", "hsp", "rbac");
    private static final List<String> COUNTERS = List.of(
            "drift_api_exceptions_total",
            "drift_comparison_report_exceptions_total",
            "drift_inventory_service_exceptions_total",
            "drift_baseline_service_exceptions_total",
            "drift_hsp_service_exceptions_total",
            "drift_rbac_exceptions_total");
    private static final List<String> TIMERS = List.of(
            "drift_comparison_report_requests",
            "drift_inventory_service_requests",
            "drift_baseline_service_requests",
            "drift_hsp_service_requests",
            "drift_rbac_service_requests");
    private static final List<String> COUNTS =
            List.of("drift_systems_compared", "drift_systems_compared_no_sysprofile");
    private static final Map<String, List<String>> PARTS = Map.of(
            "comparison_report",
            List.of(
                    "api_requests",
                    "api_system_profile_requests",
                    "api_baseline_requests",
                    "api_hsp_requests",
                    "build_comparison",
                    "validate_uuid"),
            "build_comparisons",
            List.of(
                    "select_applicable_info",
                    "group_comparisons",
                    "remove_metadata",
                    "create_metadata",
                    "sort_comparisons",
                    "sort_system_mappings",
                    "sort_hsp"),
            "_group_comparisons",
            List.of("build_group_names", "populate_groups", "set_summary"));

    @Test
    void every_series_is_there_from_the_first_scrape_and_no_other() throws Exception {
        try (RunningDrift drift = new RunningDrift()) {
            String scrape = drift.get("/mgmt/v0/metrics").body();
            assertThat(samples(scrape).keySet()).isEqualTo(expectedSamples());
            assertThat(samples(scrape).values()).containsOnly(0.0);
            assertThat(types(scrape)).isEqualTo(expectedTypes());
        }
    }

    private static Set<String> expectedSamples() {
        Set<String> expected = new TreeSet<>(COUNTERS);
        TIMERS.forEach(timer -> addHistogram(timer, "", SECONDS, expected));
        COUNTS.forEach(count -> addHistogram(count, "", SYSTEMS, expected));
        PARTS.forEach((method, parts) -> parts.forEach(part -> addHistogram(
                "drift_performance_timing",
                "method=\"" + method + "\",method_part=\"" + part + "\",",
                SECONDS,
                expected)));
        BREAKERS.forEach(service -> expected.add(BREAKER + "{service=\"" + service + "\",}"));
        BREAKERS.forEach(service -> expected.add(REFUSED + "{service=\"" + service + "\",}"));
        return expected;
    }

    private static void addHistogram(String name, String labels, List<String> buckets, Set<String> expected) {
        buckets.forEach(le -> expected.add(name + "_bucket{" + labels + "le=\"" + le + "\",}"));
        String braces = labels.isEmpty() ? "" : "{" + labels + "}";
        expected.add(name + "_count" + braces);
        expected.add(name + "_sum" + braces);
    }

    private static Map<String, String> expectedTypes() {
        Map<String, String> expected = Stream.of(COUNTERS, TIMERS, COUNTS, List.of("drift_performance_timing"))
                .flatMap(List::stream)
                .collect(Collectors.toMap(name -> name, name -> COUNTERS.contains(name) ? "counter" : "histogram"));
        expected.put(BREAKER, "gauge");
        expected.put(REFUSED, "counter");
        return expected;
    }

    @Test
    void the_jvm_and_the_process_tell_about_themselves_but_not_when_a_series_began() throws Exception {
        try (RunningDrift drift = new RunningDrift()) {
            HttpResponse<String> answer = drift.get("/mgmt/v0/metrics");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body())
                    .contains("\njvm_memory_bytes_used{area=\"heap\"", "\nprocess_cpu_seconds_total ")
                    .doesNotContain("_created");
        }
    }

    @Test
    void a_report_is_counted_with_its_calls_and_its_systems() throws Exception {
        try (RunningDrift drift = new RunningDrift()) {
            drift.platform.serve(Systems.system("web-1").withId(ID).with("arch", "x86_64"));
            assertThat(report(drift, "system_ids[]=" + ID)).isEqualTo(200);
            assertThat(counted(drift))
                    .containsEntry("drift_comparison_report_requests_count", 1.0)
                    .containsEntry("drift_inventory_service_requests_count", 3.0)
                    .containsEntry("drift_rbac_service_requests_count", 1.0)
                    .containsEntry("drift_systems_compared_count", 1.0)
                    .containsEntry("drift_systems_compared_sum", 1.0)
                    .containsEntry("drift_systems_compared_no_sysprofile_count", 1.0)
                    .containsEntry(timing("comparison_report", "api_requests"), 1.0)
                    .containsEntry(timing("comparison_report", "api_system_profile_requests"), 1.0)
                    .containsEntry(timing("comparison_report", "build_comparison"), 1.0)
                    .containsEntry(timing("comparison_report", "validate_uuid"), 1.0)
                    .containsEntry(timing("build_comparisons", "group_comparisons"), 1.0)
                    .doesNotContainKeys(
                            "drift_api_exceptions_total",
                            "drift_systems_compared_no_sysprofile_sum",
                            "drift_baseline_service_requests_count",
                            "drift_hsp_service_requests_count",
                            timing("comparison_report", "api_baseline_requests"),
                            timing("_group_comparisons", "set_summary"));
        }
    }

    @Test
    void a_bad_query_is_an_exception_of_the_api_and_a_report_that_failed() throws Exception {
        try (RunningDrift drift = new RunningDrift()) {
            assertThat(report(drift, "system_ids[]=nonsense")).isEqualTo(400);
            assertThat(counted(drift))
                    .containsEntry("drift_api_exceptions_total", 1.0)
                    .containsEntry("drift_comparison_report_exceptions_total", 1.0)
                    .containsEntry("drift_comparison_report_requests_count", 1.0)
                    .doesNotContainKeys("drift_systems_compared_count", "drift_inventory_service_requests_count");
        }
    }

    @Test
    void what_the_gate_refuses_is_no_exception_of_the_api() throws Exception {
        try (RunningDrift drift = new RunningDrift()) {
            assertThat(drift.get(REPORT).statusCode()).isEqualTo(400);
            assertThat(counted(drift)).isEmpty();
        }
    }

    @Test
    void an_answer_that_is_an_error_is_no_exception_of_the_service() throws Exception {
        try (RunningDrift drift = new RunningDrift()) {
            drift.platform.answer(
                    PlatformService.BASELINES,
                    "/api/system-baseline/v1/baselines/" + ID,
                    ScriptedAnswer.json(500, "{}"));
            assertThat(report(drift, "baseline_ids[]=" + ID)).isEqualTo(500);
            assertThat(counted(drift))
                    .containsEntry("drift_baseline_service_requests_count", 1.0)
                    .containsEntry("drift_api_exceptions_total", 1.0)
                    .doesNotContainKey("drift_baseline_service_exceptions_total");
        }
    }

    @Test
    void a_connection_that_breaks_is_an_exception_of_the_service_with_each_try() throws Exception {
        try (RunningDrift drift = new RunningDrift()) {
            drift.platform.answer(
                    PlatformService.HISTORICAL_PROFILES,
                    "/api/historical-system-profiles/v1/profiles/" + ID,
                    ScriptedAnswer.dropped());
            assertThat(report(drift, "historical_system_profile_ids[]=" + ID)).isEqualTo(500);
            assertThat(counted(drift))
                    .containsEntry("drift_hsp_service_requests_count", 2.0)
                    .containsEntry("drift_hsp_service_exceptions_total", 2.0);
        }
    }

    @Test
    void two_servers_of_one_process_count_apart() throws Exception {
        try (RunningDrift one = new RunningDrift();
                RunningDrift other = new RunningDrift()) {
            report(one, "");
            assertThat(counted(one)).isNotEmpty();
            assertThat(counted(other)).isEmpty();
        }
    }

    @Test
    void a_port_of_its_own_serves_the_metrics_under_another_path_too() throws Exception {
        DriftSettings.Metrics metrics = new DriftSettings.Metrics(0, "/metrics");
        try (RunningDrift drift = new RunningDrift(Map.of(), RunningDrift.GRACE, metrics)) {
            report(drift, "");
            for (String path : List.of("/metrics", "/mgmt/v0/metrics")) {
                HttpResponse<String> answer = drift.getFromMetricsPort(path);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\ndrift_api_exceptions_total 1.0\n");
            }
            assertThat(drift.getFromMetricsPort("/mgmt/v0/ready").body()).isEqualTo("{\"status\":\"ready\"}");
            assertThat(drift.getFromMetricsPort(REPORT).statusCode()).isEqualTo(404);
            assertThat(drift.get("/metrics").statusCode()).isEqualTo(400);
        }
    }

    private static int report(RunningDrift drift, String query) throws Exception {
        String encoded = query.replace("[", "%5B").replace("]", "%5D");
        String identity = Identities.user("jdoe").header();
        return drift.get(REPORT + "?" + encoded, "x-rh-identity", identity).statusCode();
    }

    private static String timing(String method, String part) {
        return "drift_performance_timing_count{method=\"" + method + "\",method_part=\"" + part + "\",}";
    }

    /** What is not zero. */
    private static Map<String, Double> counted(RunningDrift drift) throws Exception {
        return samples(drift.get("/mgmt/v0/metrics").body()).entrySet().stream()
                .filter(sample -> sample.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Double> samples(String scrape) {
        return scrape.lines()
                .filter(line -> line.startsWith("drift_"))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Double.valueOf(parts[1])));
    }

    private static Map<String, String> types(String scrape) {
        return scrape.lines()
                .filter(line -> line.startsWith("# TYPE drift_"))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[2], parts -> parts[3]));
    }
}

package io.drift.server.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.jdbc.SqliteStores;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemStores;
import io.drift.server.observability.DriftMetrics;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server of its own tells of its systems, beside what every server tells. */
@Timeout(60)
class StoreMetricsTest {

    @TempDir
    Path folder;

    private static String host(String captured, int cpus) {
        return "{\"fqdn\":\"web\",\"system_profile\":{\"captured_date\":\"" + captured + "\",\"number_of_cpus\":" + cpus
                + "}}";
    }

    private static String metrics(StandaloneDrift drift) {
        return drift.send("GET", "/mgmt/v0/metrics").body();
    }

    private static double value(String series, StandaloneDrift drift) {
        return metrics(drift)
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }

    private static void upload(StandaloneDrift drift, String body) {
        drift.upload("application/json", body.getBytes(UTF_8));
    }

    @Test
    void uploads_are_counted_by_outcome_and_what_the_store_does_is_timed() throws IOException {
        try (StandaloneDrift drift = new StandaloneDrift(folder.resolve("data"))) {
            assertThat(value("drift_uploads_total{outcome=\"created\",}", drift))
                    .isZero();
            double size = value("drift_store_bytes", drift);
            assertThat(size).isPositive();

            upload(drift, host("2026-01-01T00:00:00Z", 2));
            upload(drift, "[" + host("2026-01-02T00:00:00Z", 4) + "," + host("2025-12-31T00:00:00Z", 8) + ",7]");

            assertThat(value("drift_uploads_total{outcome=\"created\",}", drift))
                    .isEqualTo(1);
            assertThat(value("drift_uploads_total{outcome=\"updated\",}", drift))
                    .isEqualTo(1);
            assertThat(value("drift_uploads_total{outcome=\"added_to_history\",}", drift))
                    .isEqualTo(1);
            assertThat(value("drift_uploads_total{outcome=\"rejected\",}", drift))
                    .isEqualTo(1);
            assertThat(value("drift_store_writes_count", drift)).isEqualTo(2);
            assertThat(value("drift_store_reads_count", drift)).isZero();
            assertThat(value("drift_store_bytes", drift)).isGreaterThan(size);
            drift.get("/api/inventory/v1/hosts");
            assertThat(value("drift_store_reads_count", drift)).isPositive();
        }
    }

    /** As long as this server runs, they are new, whenever it thins out. */
    private static void uploadTwoStatesThatWillBeOld(Path data) throws IOException {
        Clock then = Clock.fixed(Instant.parse("2010-01-02T00:00:00Z"), ZoneOffset.UTC);
        try (StandaloneDrift drift = new StandaloneDrift(data, then)) {
            upload(drift, host("2010-01-01T00:00:00Z", 4));
            upload(drift, host("2010-01-02T00:00:00Z", 2));
        }
    }

    @Test
    void history_is_thinned_in_the_background_when_the_server_starts() throws IOException {
        uploadTwoStatesThatWillBeOld(folder.resolve("data"));
        try (StandaloneDrift drift = new StandaloneDrift(folder.resolve("data"))) {
            while (value("drift_history_states_thinned_total", drift) == 0) {
                Thread.onSpinWait();
            }
            assertThat(value("drift_history_states_thinned_total", drift)).isEqualTo(1);
            assertThat(value("drift_history_states", drift)).isEqualTo(1);
            assertThat(value("drift_systems_culled_total", drift)).isZero();
        }
    }

    private static double read(String from, StandaloneDrift drift) {
        return value("drift_contents_read_total{from=\"" + from + "\",}", drift);
    }

    @Test
    void a_profile_is_held_until_the_system_has_another_one() throws IOException {
        try (StandaloneDrift drift = new StandaloneDrift(folder.resolve("data"))) {
            upload(drift, host("2026-01-01T00:00:00Z", 2));
            String report = "/api/drift/v1/comparison_report?system_ids%5B%5D="
                    + drift.get("/api/inventory/v1/hosts").at("/results/0/id").asText();
            assertThat(value("drift_contents_held_bytes", drift)).isZero();

            JsonNode first = drift.get(report);
            assertThat(drift.get(report)).isEqualTo(first);
            assertThat(read("database", drift)).isEqualTo(1);
            assertThat(read("memory", drift)).isEqualTo(1);
            assertThat(value("drift_contents_held_bytes", drift)).isPositive();

            upload(drift, host("2026-01-02T00:00:00Z", 4));
            assertThat(cpus(first)).isEqualTo("2");
            assertThat(cpus(drift.get(report))).isEqualTo("4");
            assertThat(read("database", drift)).isEqualTo(2);
        }
    }

    private static String cpus(JsonNode report) {
        for (JsonNode fact : report.path("facts")) {
            if (fact.path("name").asText().equals("number_of_cpus")) {
                return fact.at("/systems/0/value").asText();
            }
        }
        throw new AssertionError("no number_of_cpus");
    }

    @Test
    void a_server_whose_port_is_taken_thins_nothing() throws IOException {
        Path data = folder.resolve("data");
        uploadTwoStatesThatWillBeOld(data);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new StandaloneDrift(data, Clock.systemUTC(), taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen");
        }
        assertThat(states(data)).isEqualTo(2);
    }

    private static int states(Path data) {
        try (SystemStores stores = SqliteStores.openToRead(data)) {
            return stores.read(store -> store.states(
                            OrgId.LOCAL, store.systemIds(OrgId.LOCAL).get(0), new SystemQuery.Window(0, 9))
                    .size());
        }
    }

    private static double changes(String change, StandaloneDrift drift) {
        return value("drift_baseline_changes_total{change=\"" + change + "\",}", drift);
    }

    @Test
    void baselines_are_counted_and_so_is_what_is_done_with_them() throws IOException {
        String baselines = "/api/system-baseline/v1/baselines";
        try (StandaloneDrift drift = new StandaloneDrift(folder.resolve("data"))) {
            assertThat(value("drift_baselines", drift)).isZero();
            assertThat(changes("created", drift)).isZero();
            upload(drift, host("2026-01-01T00:00:00Z", 2));
            String system =
                    drift.get("/api/inventory/v1/hosts").at("/results/0/id").asText();
            String golden = new ObjectMapper()
                    .readTree(drift.send("POST", baselines, "{\"display_name\":\"golden\",\"baseline_facts\":[]}")
                            .body())
                    .path("id")
                    .asText();

            drift.send("POST", baselines + "/" + golden + "?display_name=copy", "{}");
            drift.send("POST", baselines, "{\"display_name\":\"copy\",\"baseline_facts\":[]}");
            drift.send("PATCH", baselines + "/" + golden, "{\"display_name\":\"gold\",\"facts_patch\":[]}");
            String systems = "{\"system_ids\":[\"" + system + "\"]}";
            drift.send("POST", baselines + "/" + golden + "/systems", systems);
            drift.send("POST", baselines + "/" + golden + "/systems", systems);
            assertThat(value("drift_baselines", drift)).isEqualTo(2);
            drift.send("DELETE", baselines + "/" + golden + "/systems/" + system);
            drift.send("DELETE", baselines + "/" + golden);
            drift.send("DELETE", baselines + "/" + golden);

            assertThat(value("drift_baselines", drift)).isEqualTo(1);
            assertThat(changes("created", drift)).as("one was refused").isEqualTo(2);
            assertThat(changes("changed", drift)).isEqualTo(1);
            assertThat(changes("associated", drift)).as("one was refused").isEqualTo(1);
            assertThat(changes("dissociated", drift)).isEqualTo(1);
            assertThat(changes("deleted", drift)).as("one was refused").isEqualTo(1);
        }
    }

    @Test
    void a_server_without_own_systems_has_none_of_this() throws IOException {
        StringWriter metrics = new StringWriter();
        new DriftMetrics().write(metrics);
        assertThat(metrics.toString())
                .contains("drift_comparison_report_requests")
                .doesNotContain(
                        "drift_uploads",
                        "drift_store",
                        "drift_history",
                        "drift_systems_culled",
                        "drift_baselines",
                        "drift_baseline_changes");
    }
}

package io.drift.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.clowder.SettingsLoader;
import io.drift.core.access.Permission;
import io.drift.core.port.AccessControl;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.server.observability.DriftMetrics;
import io.drift.testkit.FakeBaselines;
import io.drift.testkit.FakeHistoricalProfiles;
import io.drift.testkit.FakeInventory;
import io.drift.testkit.Identities;
import io.drift.testkit.Systems;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mode of one class, which has all its ports in memory, started and answering. */
class ThrowAwayModeTest {

    private static final String ONE = "00000000-0000-0000-0000-000000000001";
    private static final String OTHER = "00000000-0000-0000-0000-000000000002";

    private static final class InMemory implements Mode, Ports {

        private boolean closed;

        @Override
        public Ports open(DriftMetrics metrics) {
            return this;
        }

        @Override
        public List<Reading> readings() {
            return List.of(Reading.ARCHIVED);
        }

        @Override
        public SystemInventory inventory(Reading reading) {
            return new FakeInventory()
                    .with(
                            Systems.system("one").withId(ONE).with("arch", "x86_64"),
                            Systems.system("other").withId(OTHER).with("arch", "s390x"));
        }

        @Override
        public BaselineCatalog baselines() {
            return new FakeBaselines();
        }

        @Override
        public HistoricalProfiles historicalProfiles(Reading reading) {
            return new FakeHistoricalProfiles();
        }

        @Override
        public AccessControl accessControl() {
            return context -> List.of(new Permission("drift:comparisons:read"));
        }

        @Override
        public BaselineStatistics baselineStatistics() {
            return context -> "{\"baselines\":7}";
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static DriftService start(Mode mode) throws Exception {
        Map<String, String> environment =
                Map.of("DRIFT_LISTEN_ADDRESS", "127.0.0.1", "PORT", "0", "DRIFT_SHUTDOWN_GRACE_SECONDS", "1");
        return DriftService.start(mode, SettingsLoader.load(environment, Set.of()), Clock.systemUTC());
    }

    private static String get(DriftService drift, String path, String identity) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + drift.port() + path))
                .header("x-rh-identity", identity)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void a_mode_answers_with_its_own_ports_and_is_closed_with_the_service() throws Exception {
        InMemory mode = new InMemory();
        try (DriftService drift = start(mode)) {
            String query = "?system_ids%5B%5D=" + ONE + "&system_ids%5B%5D=" + OTHER;
            String user = Identities.user("jdoe").header();

            assertThat(get(drift, "/api/drift/v1/comparison_report" + query, user))
                    .contains("\"name\":\"arch\",\"state\":\"DIFFERENT\"", "x86_64", "s390x");
            assertThat(get(
                            drift,
                            "/api/drift/admin/status",
                            Identities.associate().header()))
                    .isEqualTo("{\"baselines\":7}");
            assertThat(mode.closed).isFalse();
        }
        assertThat(mode.closed).isTrue();
    }

    /** As little as a mode can have. */
    private record SystemsOnly(@Nullable AccessControl accessControl) implements Ports {

        @Override
        public List<Reading> readings() {
            return List.of(Reading.EXACT);
        }

        @Override
        public SystemInventory inventory(Reading reading) {
            return (ids, context) -> List.of();
        }
    }

    @Test
    void a_mode_says_itself_that_nobody_needs_permission() throws Exception {
        try (DriftService drift = start(metrics -> new SystemsOnly(context -> List.of()))) {
            assertThat(get(
                            drift,
                            "/api/drift/v1/version",
                            Identities.user("jdoe").header()))
                    .contains("user does not have access");
        }
        try (DriftService drift = start(metrics -> new SystemsOnly(null))) {
            assertThat(get(
                            drift,
                            "/api/drift/v1/version",
                            Identities.user("jdoe").header()))
                    .isEqualTo("{\"version\":\"1.1.0\"}");
        }
    }

    @Test
    void ports_that_a_mode_does_not_have_are_told_about() throws Exception {
        try (DriftService drift = start(metrics -> new SystemsOnly(null))) {
            String query = "?baseline_ids%5B%5D=" + ONE;

            assertThat(get(
                            drift,
                            "/api/drift/v1/comparison_report" + query,
                            Identities.user("jdoe").header()))
                    .isEqualTo("{\"message\":\"there are no baselines here\"}");
        }
    }

    @Test
    void a_mode_that_reads_in_one_way_refuses_the_other() throws Exception {
        String user = Identities.user("jdoe").header();
        String report = "/api/drift/v1/comparison_report?system_ids%5B%5D=" + ONE;
        try (DriftService drift = start(new InMemory())) {
            assertThat(get(drift, report + "&reading=exact", user))
                    .isEqualTo("{\"message\":\"profiles can only be read as archived here\"}");
            assertThat(get(drift, report + "&reading=archived", user)).isEqualTo(get(drift, report, user));
        }
        try (DriftService drift = start(metrics -> new SystemsOnly(null))) {
            assertThat(get(drift, report + "&reading=archived", user))
                    .isEqualTo("{\"message\":\"profiles can only be read as exact here\"}");
            assertThat(get(drift, report, user)).contains("not available to display");
        }
    }

    /** The port of the metrics is open already when that of the API turns out to be taken. */
    @Test
    void a_start_that_fails_half_way_leaves_nothing_behind() throws Exception {
        InMemory mode = new InMemory();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
            int metrics = free();
            Map<String, String> environment = Map.of(
                    "DRIFT_LISTEN_ADDRESS",
                    "127.0.0.1",
                    "PORT",
                    Integer.toString(taken.getLocalPort()),
                    "METRICS_PORT",
                    Integer.toString(metrics));
            assertThatThrownBy(() ->
                            DriftService.start(mode, SettingsLoader.load(environment, Set.of()), Clock.systemUTC()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
            new ServerSocket(metrics, 1, loopback).close();
        }
        assertThat(mode.closed).isTrue();
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread ->
                                !before.contains(thread) && thread.getName().startsWith("drift-"))
                        .peek(ThrowAwayModeTest::await)
                        .filter(Thread::isAlive))
                .isEmpty();
    }

    private static int free() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

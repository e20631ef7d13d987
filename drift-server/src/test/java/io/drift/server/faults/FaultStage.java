package io.drift.server.faults;

import io.drift.server.DriftService;
import io.drift.server.platform.DriftOnPlatform;
import io.drift.testkit.BaselineDocument;
import io.drift.testkit.Baselines;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.HistoricalProfileDocument;
import io.drift.testkit.Identities;
import io.drift.testkit.SystemDocument;
import io.drift.testkit.Systems;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;

/** A platform with one service that fails, and two servers over it: one with the usual time-outs, one with short ones. */
final class FaultStage implements AutoCloseable {

    private static final SystemDocument WEB_1 = system("web-1");
    private static final SystemDocument WEB_2 = system("web-2");
    private static final List<BaselineDocument> BASES = List.of(baseline("base-1"), baseline("base-2"));
    private static final List<HistoricalProfileDocument> PAST = List.of(profile(WEB_1), profile(WEB_2));

    private static final String REPORT = "/api/drift/v1/comparison_report?";
    static final String VERSION = "/api/drift/v1/version";
    static final String SYSTEMS = REPORT + "system_ids[]=" + WEB_1.id() + "&system_ids[]=" + WEB_2.id();
    static final String BASELINES = REPORT + "baseline_ids[]=" + BASES.get(0).id() + "&baseline_ids[]="
            + BASES.get(1).id();
    static final String PROFILES =
            REPORT + "historical_system_profile_ids[]=" + PAST.get(0).id() + "&historical_system_profile_ids[]="
                    + PAST.get(1).id();
    /** A report over all services. */
    static final String ALL = SYSTEMS + BASELINES.replace(REPORT, "&") + PROFILES.replace(REPORT, "&");

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENOUGH = 1 << 16;

    /** Longer than a service is not called. */
    private static final Duration PAUSE = Duration.ofSeconds(6);
    /** So many calls tell whether a service is called. */
    private static final int LAST_CALLS = 20;

    final FakePlatform platform = FakePlatform.start();
    private final PassingClock clock = new PassingClock();
    private final DriftService patient;
    private final DriftService hasty;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Long> sums = new HashMap<>();

    FaultStage() throws IOException, InterruptedException {
        patient = DriftOnPlatform.start(environment(), clock);
        Map<String, String> shortTimeouts = environment();
        shortTimeouts.put("DRIFT_READ_TIMEOUT_SECONDS", Long.toString(READ_TIMEOUT.toSeconds()));
        shortTimeouts.put("DRIFT_CALL_TIMEOUT_SECONDS", Long.toString(CALL_TIMEOUT.toSeconds()));
        hasty = DriftOnPlatform.start(shortTimeouts, clock);
        platform.serve(WEB_1, WEB_2).serve(BASES).serve(PAST);
        for (String request : List.of(SYSTEMS, BASELINES, PROFILES, ALL, VERSION)) {
            sums.put(request, sumOf(get(patient, request).body()));
        }
    }

    private static SystemDocument system(String name) {
        return Systems.system(name)
                .with("arch", "x86_64")
                .with("number_of_cpus", 4)
                .with("cpu_flags", List.of("fpu", "vme"))
                .with("network_interfaces", List.of(Map.of("name", "eth0", "ipv4_addresses", List.of("192.0.2.1"))))
                .withTag("insights-client", "group", name)
                .document();
    }

    private static BaselineDocument baseline(String name) {
        return Baselines.baseline(name)
                .with("arch", "x86_64")
                .with("cpu_flags.fpu", "enabled")
                .document();
    }

    private static HistoricalProfileDocument profile(SystemDocument system) {
        return Systems.historicalProfileOf(system)
                .capturedAt("2024-10-07T00:00:00+00:00")
                .document();
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "INVENTORY_SVC_URL",
                platform.inventoryUrl().toString(),
                "BASELINE_SVC_URL",
                platform.baselineUrl().toString(),
                "HSP_SVC_URL",
                platform.historicalProfilesUrl().toString(),
                "RBAC_SVC_URL",
                platform.rbacUrl().toString(),
                "DRIFT_ANSWER_MAX_MEBIBYTES",
                "1",
                "DRIFT_DOCUMENT_MAX_FACTS",
                "20000",
                "DRIFT_LISTEN_ADDRESS",
                "127.0.0.1",
                "PORT",
                "0"));
    }

    private HttpRequest request(DriftService server, String path) {
        URI uri = URI.create(
                "http://127.0.0.1:" + server.port() + path.replace("[", "%5B").replace("]", "%5D"));
        return HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("x-rh-identity", Identities.user("u").header())
                .build();
    }

    private HttpResponse<InputStream> get(DriftService server, String path) throws IOException, InterruptedException {
        return http.send(request(server, path), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** What comes of a request while something goes wrong. */
    CompletableFuture<FaultOutcome> outcome(FaultRow row, String path) {
        boolean isHasty = row.kind() == FaultRow.Kind.HANGS;
        long begin = System.nanoTime();
        return http.sendAsync(request(isHasty ? hasty : patient, path), HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(response -> outcome(response, isHasty, begin, path));
    }

    private FaultOutcome outcome(HttpResponse<InputStream> response, boolean isHasty, long begin, String path) {
        FaultOutcome.When when = when(Duration.ofNanos(System.nanoTime() - begin), isHasty);
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                return new FaultOutcome(response.statusCode(), FaultOutcome.messageIn(body.readNBytes(ENOUGH)), when);
            }
            boolean isAsEver = sumOf(body) == sums.get(path);
            return new FaultOutcome(200, isAsEver ? FaultOutcome.AS_EVER : FaultOutcome.OTHERWISE, when);
        } catch (IOException cut) {
            return new FaultOutcome(response.statusCode(), "cut off", when);
        }
    }

    private static FaultOutcome.When when(Duration took, boolean isHasty) {
        if (!isHasty || took.compareTo(READ_TIMEOUT) < 0) {
            return FaultOutcome.When.AT_ONCE;
        }
        return took.compareTo(CALL_TIMEOUT) < 0 ? FaultOutcome.When.AT_READ_TIMEOUT : FaultOutcome.When.AT_CALL_TIMEOUT;
    }

    private static long sumOf(InputStream body) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[ENOUGH];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            sum.update(buffer, 0, read);
        }
        return sum.getValue();
    }

    /** Asks, once the service is well, until nothing is remembered of what it did. */
    void forget(FaultRow row, String path) {
        clock.pass(PAUSE);
        FaultRow nothing = new FaultRow("nothing", null, row.kind());
        for (int call = 0; call < LAST_CALLS; call++) {
            outcome(nothing, path).join();
        }
    }

    /** Whether a report over all services is as ever, once nothing goes wrong any more. */
    boolean isWellAgain() {
        FaultRow nothing = new FaultRow("nothing", null, FaultRow.Kind.SEEN);
        return outcome(nothing, ALL)
                .join()
                .equals(new FaultOutcome(200, FaultOutcome.AS_EVER, FaultOutcome.When.AT_ONCE));
    }

    @Override
    public void close() {
        hasty.close();
        patient.close();
        platform.close();
    }
}

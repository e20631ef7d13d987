package io.drift.examples.client;

import io.drift.testkit.FakePlatform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Drift in a process of its own, over a fake platform. */
final class DriftProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("Drift listens on 127\\.0\\.0\\.1:([0-9]+)");

    private final Process process;
    private final URI url;

    DriftProcess(FakePlatform platform) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/drift-server.jar");
        java.environment()
                .putAll(Map.of(
                        "INVENTORY_SVC_URL", platform.inventoryUrl().toString(),
                        "BASELINE_SVC_URL", platform.baselineUrl().toString(),
                        "HSP_SVC_URL", platform.historicalProfilesUrl().toString(),
                        "RBAC_SVC_URL", platform.rbacUrl().toString(),
                        "DRIFT_LISTEN_ADDRESS", "127.0.0.1",
                        "PORT", "0"));
        process = java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        url = awaitUrl();
    }

    private URI awaitUrl() throws IOException {
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                return URI.create("http://127.0.0.1:" + listens.group(1));
            }
        }
        throw new IOException("Drift ended before it listened");
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}

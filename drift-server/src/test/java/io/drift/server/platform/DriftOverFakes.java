package io.drift.server.platform;

import io.drift.server.DriftService;
import io.drift.testkit.FakePlatform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The real server over a fake platform, asked politely or byte by byte. */
final class DriftOverFakes implements AutoCloseable {

    static final String SECRET = "hush";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final FakePlatform platform = FakePlatform.start();
    private final DriftService server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Settings that are empty are taken away. */
    DriftOverFakes(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "INVENTORY_SVC_URL", platform.inventoryUrl().toString(),
                "BASELINE_SVC_URL", platform.baselineUrl().toString(),
                "HSP_SVC_URL", platform.historicalProfilesUrl().toString(),
                "RBAC_SVC_URL", platform.rbacUrl().toString(),
                "DRIFT_SHARED_SECRET", SECRET,
                "DRIFT_LISTEN_ADDRESS", "127.0.0.1",
                "PORT", "0"));
        environment.putAll(settings);
        environment.values().removeIf(String::isEmpty);
        try {
            server = DriftOnPlatform.start(environment);
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(PATIENCE)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Sends these bytes and nothing more, and reads until the server closes the connection. */
    RawAnswer raw(byte[] bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            write(bytes, socket);
            return new RawAnswer(readAll(socket.getInputStream()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    RawAnswer raw(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void write(byte[] bytes, Socket socket) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException refusedBeforeTheEnd) {
            // what was answered can be read nevertheless
        }
    }

    /** What arrived, even if the server then cut the connection because of what it had not read. */
    private static String readAll(InputStream in) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (IOException cut) {
            // it was refused before all of it was read
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        platform.close();
    }

    /** All that was answered on a connection. */
    record RawAnswer(String text) {

        /** -1 if nothing was answered. */
        int status() {
            return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : -1;
        }

        String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }
    }
}

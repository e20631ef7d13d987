package io.drift.server.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.clowder.DriftSettings;
import io.drift.clowder.SettingsLoader;
import io.drift.server.DriftService;
import io.drift.server.ServedRoutes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A server of its own in this process, and a client of it. */
public final class StandaloneDrift implements AutoCloseable {

    private static final String HOSTS = "/api/inventory/v1/hosts";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final DriftService service;

    /** Starts over a folder. */
    public StandaloneDrift(Path folder) throws IOException {
        this(folder, Clock.systemUTC());
    }

    /** Starts over a folder, with a clock of its own. */
    public StandaloneDrift(Path folder, Clock clock) throws IOException {
        this(folder, clock, 0);
    }

    /** Starts on a port. */
    StandaloneDrift(Path folder, Clock clock, int port) throws IOException {
        DriftSettings settings = SettingsLoader.load(
                Map.of(
                        "PORT",
                        String.valueOf(port),
                        "DRIFT_LISTEN_ADDRESS",
                        "127.0.0.1",
                        "DRIFT_SHUTDOWN_GRACE_SECONDS",
                        "1",
                        "ENABLE_RBAC",
                        "False",
                        "DRIFT_EXCLUDED_OPERATING_SYSTEMS",
                        ""),
                Set.of());
        service = DriftService.start(new StandaloneMode(folder, clock), settings, clock);
    }

    /** Asks. */
    public HttpResponse<String> send(String method, String path) {
        return send(HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.noBody()), path);
    }

    /** Asks for JSON that must be there. */
    public JsonNode get(String path) throws IOException {
        HttpResponse<String> answer = send("GET", path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Uploads hosts. */
    public HttpResponse<String> upload(String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, HOSTS);
    }

    /** Sends a body as it is. */
    public HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request, path, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        return send(request, path, HttpResponse.BodyHandlers.ofString());
    }

    private <B> HttpResponse<B> send(HttpRequest.Builder request, String path, HttpResponse.BodyHandler<B> reads) {
        try {
            return client.send(
                    request.uri(URI.create("http://" + host() + path)).build(), reads);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Asks with a head that the client of the JDK does not send; the whole answer. */
    public String raw(String head) throws IOException {
        return raw(head, "");
    }

    /** Sends a head that the client of the JDK does not send, and a body; the whole answer. */
    public String raw(String head, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream()
                    .write((head + "Connection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends a JSON document. */
    public HttpResponse<String> send(String method, String path, String json) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json)),
                path);
    }

    /** What it really answers. */
    public List<String> routes() {
        return ServedRoutes.of(service);
    }

    /** What it can be reached under. */
    public String host() {
        return "127.0.0.1:" + service.port();
    }

    @Override
    public void close() {
        service.close();
    }
}

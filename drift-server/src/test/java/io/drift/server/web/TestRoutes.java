package io.drift.server.web;

import io.drift.core.access.Entitlement;
import io.drift.core.access.RequiredPermissions;
import io.drift.server.DriftServer;
import io.drift.server.limits.RequestLimits;
import io.drift.server.security.RequestGate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A real server of routes that exist for a test only, asked over a socket of its own. */
final class TestRoutes implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final DriftServer server;

    private TestRoutes(DriftServer server) {
        this.server = server;
    }

    static TestRoutes serve(Route<?>... routes) throws IOException {
        Door door = new Door(
                new RequestGate(Entitlement.INSIGHTS, null, RequiredPermissions.READ_COMPARISONS, null),
                RequestLimits.of(Duration.ofSeconds(30), 1000, Clock.systemUTC()));
        return new TestRoutes(DriftServer.start(
                config -> WebApi.register(List.of(routes), door, config), "127.0.0.1", 0, Duration.ofSeconds(1)));
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Sends a request, and reads all that comes until the server closes the connection; each byte is one character. */
    String answerTo(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.drift.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** One service of a fake platform: a server of its own on the loopback address. */
final class FakeService implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private static final SocketEffect CLOSED = new SocketEffect.CloseSocket();

    private static final byte[] EARLY_HINTS =
            "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Answers answers;
    private @Nullable MockWebServer server;
    private int port;
    private boolean refuses;

    /** Says what is answered to a call; called by many threads at the same time. */
    @FunctionalInterface
    interface Answers {
        Delivery to(String method, String target, Map<String, String> headers);
    }

    FakeService(Answers answers) {
        this.answers = answers;
    }

    /**
     * Starts listening.
     *
     * @param wanted the port, 0 for any that is free
     * @throws IOException if the port cannot be had
     */
    synchronized void start(int wanted) throws IOException {
        MockWebServer listening = server(new PromptSockets());
        listening.start(InetAddress.getByName(LOOPBACK), wanted);
        server = listening;
        port = listening.getPort();
    }

    private MockWebServer server(PromptSockets sockets) {
        MockWebServer made = new MockWebServer();
        made.setServerSocketFactory(sockets);
        made.setProtocols(List.of(Protocol.HTTP_1_1));
        made.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                // the server keeps every request until somebody takes it, and nobody does
                made.takeRequest(0, TimeUnit.SECONDS);
                Delivery delivery = answers.to(request.getMethod(), request.getTarget(), headers(request));
                sendPastTheServer(delivery, sockets, request.getConnectionIndex());
                return response(delivery).build();
            }
        });
        return made;
    }

    private static void sendPastTheServer(Delivery delivery, PromptSockets sockets, int connection) {
        Sending sending = delivery.sending();
        if (sending != null) {
            sockets.write(connection, out -> sending.send(delivery.answer(), out));
        }
        if (delivery.manner() == Delivery.Manner.RESET) {
            sockets.resetOnClose(connection);
        } else if (delivery.manner() == Delivery.Manner.AFTER_EARLY_HINTS) {
            sockets.write(connection, out -> out.write(EARLY_HINTS));
        }
    }

    synchronized URI url() {
        return URI.create("http://" + LOOPBACK + ":" + port);
    }

    /** Refuses connections from now on, and ends those that are open. */
    synchronized void refuse() {
        refuses = server != null || refuses;
        stop();
    }

    /**
     * Listens again on the same port, if it refuses.
     *
     * @throws IOException if the port cannot be had any more
     */
    synchronized void listenAgain() throws IOException {
        if (refuses) {
            start(port);
            refuses = false;
        }
    }

    private static Map<String, String> headers(RecordedRequest request) {
        Map<String, String> headers = new HashMap<>();
        Headers received = request.getHeaders();
        for (int i = 0; i < received.size(); i++) {
            headers.put(received.name(i), received.value(i));
        }
        return headers;
    }

    private static MockResponse.Builder response(Delivery delivery) {
        MockResponse.Builder response = whole(delivery.answer());
        delivery.headers().forEach(response::setHeader);
        if (delivery.sending() != null) {
            return response.onResponseStart(CLOSED);
        }
        return switch (delivery.manner()) {
            case WHOLE, AFTER_EARLY_HINTS -> response;
            case DROPPED, RESET -> response.onResponseStart(CLOSED);
            case TRUNCATED -> response.onResponseBody(CLOSED);
            case DRIPPING -> response.throttleBody(1, delivery.pause().toNanos(), TimeUnit.NANOSECONDS);
            case NOT_HTTP -> response.status("\u0016\u0003 this is not HTTP");
        };
    }

    private static MockResponse.Builder whole(ScriptedAnswer answer) {
        return new MockResponse.Builder()
                .code(answer.status())
                .body(answer.body())
                .setHeader("Content-Type", answer.contentType())
                .headersDelay(answer.delay().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (Exception stillAnswering) {
            // it says so if an answer with a delay is still waiting; that one ends by itself
        }
        server = null;
    }

    @Override
    public synchronized void close() {
        refuses = false;
        stop();
    }
}

package io.drift.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
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

/** One service of a fake platform: a server of its own on the loopback address. */
final class FakeService implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private static final SocketEffect CLOSED = new SocketEffect.CloseSocket();

    private final MockWebServer server = new MockWebServer();
    private final PromptSockets sockets = new PromptSockets();

    /** Says what is answered to a call; called by many threads at the same time. */
    @FunctionalInterface
    interface Answers {
        Delivery to(String method, String target, Map<String, String> headers);
    }

    FakeService(Answers answers) {
        server.setServerSocketFactory(sockets);
        server.setProtocols(List.of(Protocol.HTTP_1_1));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                // the server keeps every request until somebody takes it, and nobody does
                server.takeRequest(0, TimeUnit.SECONDS);
                Delivery delivery = answers.to(request.getMethod(), request.getTarget(), headers(request));
                if (delivery.manner() == Delivery.Manner.RESET) {
                    sockets.resetOnClose(request.getConnectionIndex());
                }
                return response(delivery).build();
            }
        });
    }

    /**
     * Starts listening.
     *
     * @param port the port, 0 for any that is free
     * @throws IOException if the port cannot be had
     */
    void start(int port) throws IOException {
        server.start(InetAddress.getByName(LOOPBACK), port);
    }

    URI url() {
        return URI.create("http://" + LOOPBACK + ":" + server.getPort());
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
        return switch (delivery.manner()) {
            case WHOLE -> response;
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

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception stillAnswering) {
            // it says so if an answer with a delay is still waiting; that one ends by itself
        }
    }
}

package io.drift.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bodies hold, those that came at once too, over a server whose requests end when the test says so. */
class ArrivingBodiesTest {

    private static final long MIB = 1 << 20;
    /** It takes half a MiB: the memory of a body doubles as it grows. */
    private static final int LARGE = 300_000;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void serve() throws Exception {
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        ArrivingBodies bodies = new ArrivingBodies(any -> true, MIB, 16 * MIB);
        bodies.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                begun.release();
                end.await();
                int length = Content.Source.asByteBuffer(request).remaining();
                Content.Sink.write(response, true, String.valueOf(length), callback);
                return true;
            }
        });
        server.setHandler(bodies);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        server.stop();
    }

    private CompletableFuture<HttpResponse<String>> send(int length) {
        URI uri = URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort() + "/");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[length]))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void one_that_does_not_fit_beside_others_is_refused_until_they_are_answered() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> fitting =
                Stream.of(send(LARGE), send(LARGE - 1)).toList();
        begun.acquire(2);

        assertThat(send(LARGE).get().statusCode()).isEqualTo(503);
        CompletableFuture<HttpResponse<String>> small = send(100);
        begun.acquire();

        end.countDown();
        assertThat(fitting).extracting(answer -> answer.get().body()).containsExactly("300000", "299999");
        assertThat(small.get().body()).isEqualTo("100");
        // the server hears that an answer is complete a moment after the client does
        assertThat(Stream.generate(() -> send(LARGE).join().statusCode())
                        .limit(1000)
                        .anyMatch(status -> status == 200))
                .isTrue();
    }
}

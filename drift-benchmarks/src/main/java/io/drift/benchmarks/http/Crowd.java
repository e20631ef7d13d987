package io.drift.benchmarks.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Many clients that come within two seconds and ask the same again as soon as they have an answer, until they are sent away.
 * They share one thread, so that they do not take the processors from the server that they besiege.
 */
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** If all came at once, one would measure how soon the classes of the clients are loaded. */
    private static final Duration ARRIVAL = Duration.ofSeconds(2);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(thread)
            .build();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private final Outcomes outcomes = new Outcomes();
    private final long begin = System.nanoTime();
    private volatile boolean over;

    private Crowd() {}

    /**
     * Lets them ask.
     *
     * @param size how many there are
     * @param call what they ask for
     */
    static Crowd of(int size, Call call) {
        Crowd crowd = new Crowd();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(call.url())).timeout(PATIENCE);
        call.headers().forEach(request::header);
        for (int i = 0; i < size; i++) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            crowd.ends.add(end);
            crowd.thread.schedule(
                    () -> crowd.ask(request.build(), end), i * ARRIVAL.toNanos() / size, TimeUnit.NANOSECONDS);
        }
        return crowd;
    }

    private void ask(HttpRequest request, CompletableFuture<Void> end) {
        long asked = System.nanoTime();
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenCompleteAsync(
                        (answer, cut) -> {
                            int status = cut == null ? answer.statusCode() : Outcomes.CUT_OFF;
                            outcomes.add(new Outcomes.Outcome(asked - begin, System.nanoTime() - asked, status));
                            if (over) {
                                end.complete(null);
                            } else {
                                ask(request, end);
                            }
                        },
                        thread);
    }

    /** Since they began. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Asks no more, and waits for the answers that are still to come. */
    Outcomes end() {
        over = true;
        ends.forEach(CompletableFuture::join);
        return outcomes;
    }

    @Override
    public void close() {
        over = true;
        thread.shutdownNow();
    }
}

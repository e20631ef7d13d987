package io.drift.server.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.DriftProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed while eight batches of uploads are in flight, all the time: what it acknowledged is there, nothing is half
 * there, and it starts again by itself.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KilledServerTest {

    private static final int KILLS = Integer.getInteger("drift.kills", 5);
    private static final int BATCHES = 8;
    private static final int ACKNOWLEDGED = 207;
    private static final int NO_ANSWER = 0;
    private static final int MOST_ANSWERS = 20;
    private static final int MOST_NANOS_LATER = 30_000_000;

    @TempDir
    Path temporary;

    private final Random random = new Random(16);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private int hits;

    private DriftProcess start() throws IOException {
        return DriftProcess.Start.PLAIN.run(
                "standalone", "--port", "0", "--data", temporary.resolve("data").toString());
    }

    @Test
    void what_was_acknowledged_outlives_kills_and_nothing_is_half_there() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            try (DriftProcess server = start()) {
                Batches batches = new Batches(server.url());
                assertAreThere(last(kill), batches);
                killAmidUploads(server, batches, "k" + kill);
            }
            assertThat(faultsOfCopy(temporary.resolve("copy-" + kill))).isEmpty();
        }
        System.out.println(hits + " of " + KILLS + " kills hit an upload that was not acknowledged; "
                + acknowledged.size() + " of " + sent.size() + " batches were acknowledged");
        assertThat(hits).isGreaterThanOrEqualTo((KILLS + 1) / 2);
        try (DriftProcess server = start()) {
            assertAreThere(sent, new Batches(server.url()));
        }
    }

    /** What was sent before the kill before this one. */
    private List<String> last(int kill) {
        return sent.stream()
                .filter(mark -> mark.startsWith("k" + (kill - 1) + "b"))
                .toList();
    }

    private void killAmidUploads(DriftProcess server, Batches batches, String round) throws InterruptedException {
        // a number of answers and a moment more, so that kills hit all that a server does, be the machine fast or slow
        CountDownLatch answers = new CountDownLatch(random.nextInt(MOST_ANSWERS + 1));
        long later = random.nextInt(MOST_NANOS_LATER);
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Integer>> senders = IntStream.range(0, BATCHES)
                .mapToObj(any -> send(() -> round + "b" + next.getAndIncrement(), batches, answers))
                .toList();
        answers.await();
        LockSupport.parkNanos(later);
        server.kill();
        hits += senders.stream().mapToInt(CompletableFuture::join).sum() > 0 ? 1 : 0;
    }

    /** Sends batches, one after the other; how many were not acknowledged when the server was gone. */
    private CompletableFuture<Integer> send(Supplier<String> marks, Batches batches, CountDownLatch answers) {
        String mark = marks.get();
        sent.add(mark);
        return batches.upload(mark).exceptionally(gone -> NO_ANSWER).thenCompose(status -> {
            if (status != ACKNOWLEDGED) {
                return CompletableFuture.completedFuture(1);
            }
            acknowledged.add(mark);
            answers.countDown();
            return send(marks, batches, answers);
        });
    }

    private void assertAreThere(Collection<String> marks, Batches batches) throws IOException, InterruptedException {
        for (String mark : marks) {
            int hosts = batches.wholeHosts(mark);
            if (acknowledged.contains(mark)) {
                assertThat(hosts).as(mark).isEqualTo(Batches.HOSTS);
            } else {
                assertThat(hosts).as(mark).isIn(0, Batches.HOSTS);
            }
        }
    }

    /** Of a copy, since opening the database mends it, which is for the server to do. */
    private List<String> faultsOfCopy(Path copy) throws IOException, SQLException {
        Files.createDirectory(copy);
        for (String file : List.of("drift.db", "drift.db-wal")) {
            Files.copy(temporary.resolve("data").resolve(file), copy.resolve(file));
        }
        List<String> faults = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("drift.db"));
                Statement statement = database.createStatement()) {
            try (ResultSet rows = statement.executeQuery("pragma integrity_check")) {
                while (rows.next()) {
                    faults.add(rows.getString(1));
                }
            }
            faults.remove("ok");
            try (ResultSet rows = statement.executeQuery("pragma foreign_key_check")) {
                while (rows.next()) {
                    faults.add("a row of " + rows.getString(1) + " hangs in the air");
                }
            }
        }
        return faults;
    }
}

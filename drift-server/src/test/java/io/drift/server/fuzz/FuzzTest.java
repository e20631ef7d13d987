package io.drift.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.DriftService;
import io.drift.server.platform.DriftOnPlatform;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.conformance.ConformanceCase;
import io.drift.testkit.conformance.ConformanceCases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The recorded cases with random changes in requests and answers of services, against one server. What must be true of
 * every answer is in {@link Oracle}. {@code -Ddrift.fuzz.mutants} says how many, {@code -Ddrift.fuzz.seed} which ones;
 * {@code -Ddrift.fuzz.only=SEED:NUMBER} runs one alone and prints it.
 */
class FuzzTest {

    private static final Path CORPUS = Path.of("src/test/resources/conformance");

    private static final int MUTANTS = Integer.getInteger("drift.fuzz.mutants", 3_000);
    private static final long SEED = Long.getLong("drift.fuzz.seed", 1);
    private static final String ONLY = System.getProperty("drift.fuzz.only", "");

    /** So many mutants have loaded what is loaded once, and filled what is kept. */
    private static final int WARM = 300;

    private static final int MOST_FINDS = 25;
    private static final int MORE_THREADS = 40;
    private static final long MORE_HEAP = 48L << 20;

    private static FakePlatform platform;
    private static DriftService server;
    private static WatchedLog log;

    private static List<ConformanceCase> cases;

    private final Oracle oracle = new Oracle();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @BeforeAll
    static void start() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            cases = files.filter(file -> file.toString().matches(".*(?<!\\.decision)\\.json"))
                    .sorted()
                    .map(ConformanceCases::read)
                    .toList();
        }
        platform = FakePlatform.start();
        log = new WatchedLog();
        server = DriftOnPlatform.start(Map.of(
                "INVENTORY_SVC_URL", platform.inventoryUrl().toString(),
                "BASELINE_SVC_URL", platform.baselineUrl().toString(),
                "HSP_SVC_URL", platform.historicalProfilesUrl().toString(),
                "RBAC_SVC_URL", platform.rbacUrl().toString(),
                "DRIFT_SHARED_SECRET", "conformance-secret",
                "DRIFT_LISTEN_ADDRESS", "127.0.0.1",
                "PORT", "0"));
    }

    @AfterAll
    static void stop() {
        server.close();
        log.close();
        platform.close();
    }

    @Test
    void every_mutant_gets_an_answer_that_is_documented() {
        if (!ONLY.isEmpty()) {
            String[] parts = ONLY.split(":", 2);
            Mutant mutant = Mutant.of(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), cases);
            assertThat(problems(mutant, true)).as(mutant.toString()).isEmpty();
            return;
        }
        List<String> finds = new ArrayList<>();
        int threads = 0;
        long heap = 0;
        for (int number = 0; number < MUTANTS && finds.size() < MOST_FINDS; number++) {
            Mutant mutant = Mutant.of(SEED, number, cases);
            List<String> problems = problems(mutant, false);
            if (!problems.isEmpty()) {
                finds.add(problems + "\n" + mutant);
            }
            if (number == WARM) {
                threads = Thread.activeCount();
                heap = usedHeap();
            }
        }
        assertThat(finds)
                .as("each can be run alone with -Ddrift.fuzz.only=SEED:NUMBER")
                .isEmpty();
        if (MUTANTS > WARM) {
            assertThat(statuses).as("how many got which status").containsKeys(200, 400, 403, 404, 405, 415, 431, 500);
            assertThat(statuses.get(200)).as("reports among %s", statuses).isGreaterThan(MUTANTS / 10);
            assertThat(Thread.activeCount()).as("threads").isLessThan(threads + MORE_THREADS);
            assertThat(usedHeap()).as("bytes of heap").isLessThan(heap + MORE_HEAP);
        }
    }

    private static long usedHeap() {
        platform.reset();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** What was logged may belong to the mutant before, whose request was answered already. */
    private List<String> problems(Mutant mutant, boolean isTold) {
        mutant.prepare(platform);
        String text = new String(mutant.request(), StandardCharsets.UTF_8);
        String requestLine = text.split("\r?\n", 2)[0];
        List<String> problems = new ArrayList<>();
        try {
            WireAnswer answer = WireAnswer.to(mutant.request(), requestLine.split(" ", 2)[0], server.port());
            statuses.merge(answer.status(), 1, Integer::sum);
            problems.addAll(oracle.problems(mutant, requestLine, answer));
            if (isTold) {
                System.out.println(mutant + "\n--- answer\n" + answer);
            }
            if (!problems.isEmpty()) {
                problems.add("answered: " + start(answer.toString()));
            }
        } catch (IOException | RuntimeException broken) {
            problems.add(broken.toString());
        }
        problems.addAll(log.take());
        return problems;
    }

    private static String start(String text) {
        return text.length() <= 1_000 ? text : text.substring(0, 1_000) + "...";
    }
}

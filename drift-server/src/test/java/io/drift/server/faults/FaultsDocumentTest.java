package io.drift.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.testkit.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of requests when a service fails in any way, over TCP; docs/faults.md tells it. */
class FaultsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "faults.md");
    private static final String REWRITE = "mvn -pl drift-server -am test -Dtest=FaultsDocumentTest"
            + " -Ddrift.docs.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false";

    /**
     * A line of the table with one service.
     *
     * @param alone what came of a request that needs this service only
     * @param beside what came of a report over all services
     * @param wellAgain whether the next report was as ever
     */
    private record Tried(FaultOutcome alone, FaultOutcome beside, boolean wellAgain) {}

    @Test
    void tells_what_becomes_of_requests() throws Exception {
        Map<FaultyService, Map<String, Tried>> tried = tryAll();
        String page = page(tried);
        if (Boolean.getBoolean("drift.docs.rewrite")) {
            Files.writeString(DOCUMENT, page);
        }
        tried.forEach((service, rows) -> rows.forEach((name, one) -> assertThat(one.wellAgain)
                .as("the report after this was as ever: %s %s", service.words, name)
                .isTrue()));
        assertThat(DOCUMENT)
                .as("docs/faults.md and what was found differ; rewrite it with: %s", REWRITE)
                .exists()
                .hasContent(page);
    }

    private Map<FaultyService, Map<String, Tried>> tryAll() throws Exception {
        ExecutorService services = Executors.newFixedThreadPool(FaultyService.values().length);
        try {
            Map<FaultyService, Future<Map<String, Tried>>> running = new EnumMap<>(FaultyService.class);
            for (FaultyService service : FaultyService.values()) {
                running.put(service, services.submit(() -> tryAll(service)));
            }
            Map<FaultyService, Map<String, Tried>> tried = new EnumMap<>(FaultyService.class);
            for (FaultyService service : FaultyService.values()) {
                tried.put(service, running.get(service).get());
            }
            return tried;
        } finally {
            services.shutdownNow();
        }
    }

    private Map<String, Tried> tryAll(FaultyService service) throws IOException, InterruptedException {
        Map<String, Tried> tried = new LinkedHashMap<>();
        try (FaultStage stage = new FaultStage()) {
            URI elsewhere = stage.platform.rbacUrl().resolve("/elsewhere");
            for (FaultRow row : FaultRow.all(elsewhere)) {
                if (service.isWhole() || row.isForParts()) {
                    tried.put(row.name(), tryOne(row, service, stage));
                }
            }
            assertThat(stage.platform.calls()).noneMatch(call -> call.path().equals("/elsewhere"));
        }
        return tried;
    }

    private Tried tryOne(FaultRow row, FaultyService service, FaultStage stage) {
        Fault fault = row.fault();
        if (fault == null) {
            stage.platform.refuse(service.service);
        } else {
            stage.platform.fault(service.service, service.here(fault));
        }
        CompletableFuture<FaultOutcome> both = stage.outcome(row, FaultStage.ALL);
        FaultOutcome alone = stage.outcome(row, service.alone).join();
        FaultOutcome beside = both.join();
        stage.platform.heal();
        if (row.isRemembered()) {
            stage.forget(row, service.alone);
        }
        return new Tried(alone, beside, stage.isWellAgain());
    }

    private static String page(Map<FaultyService, Map<String, Tried>> tried) {
        Map<String, String> letters = letters(tried);
        StringBuilder page = new StringBuilder("""
                # What becomes of a request when a service fails

                Made by a test that lets each service fail in each way, over TCP, while the real server is asked. To make it again:
                `%s`

                A cell tells the status and the message of the answer, by its letter below. It stands for a request that needs
                this service only (for permissions, that of the version), and for a report over systems, baselines and historical
                profiles while the other services are well; where the two differ, both are told, the latter behind a slash. In
                the columns *only its profiles* and *only its tags* the inventory fails for these documents alone.

                * **as ever**: the answer is byte for byte the one without the fault. **changed**: a report, over what the service said.
                * **T**: the answer came when the service had been silent for `DRIFT_READ_TIMEOUT_SECONDS`; **C**: when the call had
                  taken `DRIFT_CALL_TIMEOUT_SECONDS`. All other answers came at once.
                * The server allows an answer of 1 MiB and documents of 20,000 values, instead of the
                  [usual limits](limits.md).
                * After each fault, the next report was as ever.

                | | message |
                |---|---|
                """.formatted(REWRITE));
        letters.forEach((message, letter) ->
                page.append("| ").append(letter).append(" | ").append(message).append(" |\n"));
        page.append("\n| the service |");
        for (FaultyService service : FaultyService.values()) {
            page.append(' ').append(service.words).append(" |");
        }
        page.append("\n|---|")
                .append("---|".repeat(FaultyService.values().length))
                .append('\n');
        for (FaultRow row : FaultRow.all(URI.create("http://elsewhere"))) {
            page.append("| ").append(row.name()).append(" |");
            for (FaultyService service : FaultyService.values()) {
                page.append(' ')
                        .append(cell(tried.get(service).get(row.name()), letters))
                        .append(" |");
            }
            page.append('\n');
        }
        return page.toString();
    }

    private static String cell(@Nullable Tried tried, Map<String, String> letters) {
        if (tried == null) {
            return "";
        }
        String alone = tried.alone.cell(letters);
        String beside = tried.beside.cell(letters);
        return alone.equals(beside) ? alone : alone + " / " + beside;
    }

    /** A letter for each message, in the order of the table. */
    private static Map<String, String> letters(Map<FaultyService, Map<String, Tried>> tried) {
        Map<String, String> letters = new LinkedHashMap<>();
        for (FaultRow row : FaultRow.all(URI.create("http://elsewhere"))) {
            for (FaultyService service : FaultyService.values()) {
                Tried one = tried.get(service).get(row.name());
                for (FaultOutcome outcome : one == null ? List.<FaultOutcome>of() : List.of(one.alone, one.beside)) {
                    if (outcome.status() != 200) {
                        letters.computeIfAbsent(outcome.message(), next -> letter(letters.size()));
                    }
                }
            }
        }
        return letters;
    }

    private static String letter(int number) {
        String last = String.valueOf((char) ('A' + number % 26));
        return number < 26 ? last : "A" + last;
    }
}

package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.testkit.Identities;
import io.drift.testkit.Systems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hundred clients ask for large reports and never read them. */
@Timeout(120)
class IdleReadersTest {

    private static final String REPORT = "/api/drift/v1/comparison_report?";
    private static final int SYSTEMS = 200;
    private static final int FACTS = 500;
    private static final int SMALL_WINDOW = 4096;

    private final DriftOverFakes drift = new DriftOverFakes(Map.of());
    private final ManyClients clients = new ManyClients(drift.url());

    @AfterEach
    void stop() {
        clients.close();
        drift.close();
    }

    private static String id(int number) {
        return String.format("00000000-0000-4000-8000-%012d", number);
    }

    private static String ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "system_ids%5B%5D=" + id(number))
                .collect(Collectors.joining("&"));
    }

    @Test
    void hold_up_nobody_who_reads() {
        List<String> services = IntStream.range(0, FACTS)
                .mapToObj(number -> "service-" + number)
                .toList();
        IntStream.range(0, SYSTEMS)
                .forEach(number -> drift.platform.serve(
                        Systems.system("s" + number).withId(id(number)).with("enabled_services", services)));
        String user = Identities.user("u").header();
        assertThat(drift.get(REPORT + ids(2), "x-rh-identity", user).statusCode())
                .isEqualTo(200);

        clients.send(100, ManyClients.get(REPORT + ids(SYSTEMS)), SMALL_WINDOW);

        List<Duration> took = IntStream.range(0, 15)
                .mapToObj(any -> {
                    long begin = System.nanoTime();
                    assertThat(drift.get(REPORT + ids(2), "x-rh-identity", user).statusCode())
                            .isEqualTo(200);
                    return Duration.ofNanos(System.nanoTime() - begin);
                })
                .sorted()
                .toList();
        assertThat(took.get(took.size() / 2)).isLessThan(Duration.ofSeconds(1));
    }
}

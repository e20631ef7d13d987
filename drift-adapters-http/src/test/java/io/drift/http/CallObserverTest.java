package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.RequestContext;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.PlatformService;
import io.drift.testkit.ScriptedAnswer;
import io.drift.testkit.Systems;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CallObserverTest {

    private static final String ACCESS = "/api/rbac/v1/access/?application=drift,inventory";
    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final CallTimeouts PATIENT =
            new CallTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30));
    private static final CallTimeouts HASTY =
            new CallTimeouts(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(200));

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CallObserver observer = (service, took, outcome) -> {
        assertThat(took).isPositive();
        seen.add(service + " " + outcome);
    };

    @Test
    void each_call_is_told_about() {
        try (FakePlatform platform = FakePlatform.start();
                PlatformClients clients = Clients.of(platform, PATIENT, observer)) {
            platform.serve(Systems.system("web-1").withId(ID));
            clients.inventory().find(List.of(ID), RequestContext.local());
        }
        assertThat(seen).containsExactly("INVENTORY ANSWERED", "INVENTORY ANSWERED", "INVENTORY ANSWERED");
    }

    @Test
    void an_answer_that_is_an_error_is_an_answer() {
        failsWith(ScriptedAnswer.json(500, "{}"), PATIENT, ServiceFailureException.class);
        assertThat(seen).containsExactly("RBAC ANSWERED");
    }

    @Test
    void a_connection_that_breaks_is_told_about_with_each_try() {
        failsWith(ScriptedAnswer.dropped(), PATIENT, ServiceFailureException.class);
        assertThat(seen).containsExactly("RBAC BROKEN", "RBAC BROKEN");
    }

    @Test
    void a_service_that_takes_too_long_is_late() {
        failsWith(
                ScriptedAnswer.json(200, "{\"data\":[]}").after(Duration.ofSeconds(2)),
                HASTY,
                DeadlineExceededException.class);
        assertThat(seen).containsExactly("RBAC LATE");
    }

    private void failsWith(ScriptedAnswer answer, CallTimeouts timeouts, Class<? extends Exception> failure) {
        try (FakePlatform platform = FakePlatform.start();
                PlatformClients clients = Clients.of(platform, timeouts, observer)) {
            platform.answer(PlatformService.RBAC, ACCESS, answer);
            assertThatThrownBy(() -> clients.accessControl().find(RequestContext.local()))
                    .isInstanceOf(failure);
        }
    }
}

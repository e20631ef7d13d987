package io.drift.http;

import static io.drift.testkit.PlatformService.BASELINES;
import static io.drift.testkit.PlatformService.INVENTORY;
import static io.drift.testkit.PlatformService.RBAC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.DriftException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.RequestContext;
import io.drift.core.source.Baseline;
import io.drift.testkit.BaselineDocument;
import io.drift.testkit.Baselines;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.Fault;
import io.drift.testkit.SystemDocument;
import io.drift.testkit.Systems;
import io.drift.testkit.junit.FakePlatformExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of the ports when the services behind them fail as networks and services do. */
@ExtendWith(FakePlatformExtension.class)
class FaultyServicesTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final CallTimeouts IMPATIENT =
            new CallTimeouts(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(400));

    private final BaselineDocument baseline =
            Baselines.baseline("web").with("arch", "x86_64").document();
    private final FakePlatform platform;
    private PlatformClients clients;

    FaultyServicesTest(FakePlatform platform) {
        this.platform = platform.serve(baseline);
        this.clients = Clients.of(platform);
    }

    @AfterEach
    void stop() {
        clients.close();
    }

    private void withLittlePatience() {
        clients.close();
        clients = Clients.of(platform, IMPATIENT);
    }

    private List<Baseline> found() {
        return clients.baselines().find(List.of(baseline.id()), RequestContext.local());
    }

    private DriftException failure() {
        return catchThrowableOfType(DriftException.class, this::found);
    }

    static List<Fault> faultsOfTheConnection() {
        return List.of(Fault.drop(), Fault.reset(), Fault.garbage());
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheConnection")
    void a_connection_that_breaks_once_before_the_answer_is_not_noticed(Fault fault) {
        platform.fault(BASELINES, fault.once());

        assertThat(found())
                .singleElement()
                .satisfies(web -> assertThat(web.name()).isEqualTo("web"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheConnection")
    void a_connection_that_breaks_always_is_a_failure(Fault fault) {
        platform.fault(BASELINES, fault);

        assertThat(failure()).isInstanceOf(ServiceFailureException.class);
    }

    @Test
    void a_truncated_answer_is_a_failure_and_not_a_shorter_answer() {
        platform.fault(BASELINES, Fault.truncate());

        assertThat(failure()).isInstanceOf(ServiceFailureException.class);
    }

    @Test
    void an_answer_that_is_not_json_is_a_failure() {
        platform.fault(BASELINES, Fault.notJson());

        assertThat(failure()).isInstanceOf(ServiceFailureException.class);
    }

    @Test
    void a_status_says_what_kind_of_failure_it_is() {
        platform.fault(BASELINES, Fault.status(500).once())
                .fault(BASELINES, Fault.status(403, "no").once());

        assertThat(failure()).isInstanceOf(ServiceFailureException.class);
        assertThat(failure()).isInstanceOf(AccessDeniedException.class).hasMessage("no");
        assertThat(found()).hasSize(1);
    }

    @Test
    void the_cause_of_a_failure_says_in_one_line_what_was_called_and_how_it_ended() {
        withLittlePatience();
        String called = "GET /api/system-baseline/v1/baselines/{ids}: ";
        platform.fault(BASELINES, Fault.status(500).once())
                .fault(BASELINES, Fault.notJson().once())
                .fault(BASELINES, Fault.delay(FOR_EVER));

        assertThat(failure())
                .isInstanceOfSatisfying(
                        ServiceFailureException.class,
                        failed -> assertThat(failed.service()).isEqualTo("baselines"))
                .hasRootCauseMessage(called + "status 500");
        assertThat(failure().getCause())
                .hasMessageStartingWith(called + "unreadable answer: ")
                .hasMessageEndingWith(" in line 1, column 1");
        assertThat(failure())
                .isInstanceOfSatisfying(
                        DeadlineExceededException.class,
                        late -> assertThat(late.service()).isEqualTo("baselines"))
                .cause()
                .hasMessageMatching("GET .*: timed out after \\d+\\.\\d s \\(.*\\)");
    }

    @Test
    void an_answer_that_is_late_is_not_waited_for() {
        withLittlePatience();
        platform.fault(BASELINES, Fault.delay(FOR_EVER)).fault(RBAC, Fault.delay(FOR_EVER));

        assertThat(failure()).isInstanceOf(DeadlineExceededException.class);
        assertThat(catchThrowableOfType(
                        DeadlineExceededException.class,
                        () -> clients.accessControl().find(RequestContext.local())))
                .isNotNull();
    }

    @Test
    void an_answer_that_drips_for_longer_than_a_call_may_take_is_late_although_bytes_keep_coming() {
        withLittlePatience();
        platform.fault(BASELINES, Fault.drip(Duration.ofMillis(20)));

        assertThat(failure()).isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void one_of_three_documents_that_fails_fails_the_system() {
        SystemDocument web = Systems.system("web-1").with("arch", "x86_64").document();
        platform.serve(web).fault(INVENTORY, Fault.status(500).on("/tags"));

        assertThat(catchThrowableOfType(
                        DriftException.class,
                        () -> clients.inventory().find(List.of(web.id()), RequestContext.local())))
                .isInstanceOf(ServiceFailureException.class);
    }
}

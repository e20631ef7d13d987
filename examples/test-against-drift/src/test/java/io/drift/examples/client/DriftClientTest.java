package io.drift.examples.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.testkit.FakePlatform;
import io.drift.testkit.Fault;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformService;
import io.drift.testkit.SystemDocument;
import io.drift.testkit.Systems;
import io.drift.testkit.junit.FakePlatformExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client against a real server, whose platform does what a test wants it to. */
@ExtendWith(FakePlatformExtension.class)
class DriftClientTest {

    private static FakePlatform platform;
    private static DriftProcess drift;

    private final SystemDocument old =
            Systems.system("old").with("os_release", "9.3").with("arch", "x86_64").document();
    private final SystemDocument young =
            Systems.system("young").with("os_release", "9.4").with("arch", "x86_64").document();
    private final DriftClient client =
            new DriftClient(drift.url(), Identities.user("tester").header());

    @BeforeAll
    static void start(FakePlatform fake) throws IOException {
        platform = fake;
        drift = new DriftProcess(fake);
    }

    @AfterAll
    static void stop() {
        drift.close();
    }

    @BeforeEach
    void serveTwoSystems() {
        platform.reset();
        platform.serve(old, young);
    }

    @Test
    void two_systems_differ_in_their_names_and_release() throws Exception {
        assertThat(client.differences(List.of(old.id(), young.id()))).containsExactly("os_release");
    }

    @Test
    void an_unknown_system_is_named() {
        String unknown = "00000000-0000-4000-8000-000000000000";

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> client.differences(List.of(unknown)))
                .withMessageStartingWith("404: ")
                .withMessageContaining(unknown);
    }

    @Test
    void who_may_not_ask_is_told_so() {
        platform.grantOnly();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> client.differences(List.of(old.id())))
                .withMessageStartingWith("403: ");
    }

    @Test
    void an_inventory_that_fails_is_not_an_empty_report() {
        platform.fault(PlatformService.INVENTORY, Fault.status(500));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> client.differences(List.of(old.id(), young.id())))
                .withMessageStartingWith("500: ");
    }
}

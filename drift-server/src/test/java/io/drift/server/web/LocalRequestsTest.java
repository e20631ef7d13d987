package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.standalone.StandaloneDrift;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reaches a server without a login; who does not is the matter of {@link EveryRouteTest}. */
class LocalRequestsTest {

    private static final String HOSTS = "/api/inventory/v1/hosts";

    @TempDir
    Path temporary;

    @Test
    void its_own_pages_and_programs_of_this_machine_may_ask_and_identities_are_not_believed() throws IOException {
        try (StandaloneDrift drift = new StandaloneDrift(temporary.resolve("data"))) {
            for (String head : List.of(
                    "Host: localhost\r\n",
                    "Host: [::1]:8080\r\n",
                    "Host: 127.0.0.1:1\r\nOrigin: http://127.0.0.1:1\r\n",
                    "Host: localhost\r\nx-rh-identity: nonsense\r\n")) {
                assertThat(drift.raw("GET " + HOSTS + " HTTP/1.1\r\n" + head))
                        .as(head)
                        .startsWith("HTTP/1.1 200");
            }
        }
    }
}

package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServeCommandTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int serve(Map<String, String> environment) throws InterruptedException {
        return new ServeCommand(environment, new PrintStream(printed, true, StandardCharsets.UTF_8)).call();
    }

    @Test
    void a_missing_inventory_is_named_in_one_line() throws InterruptedException {
        assertThat(serve(Map.of("RBAC_SVC_URL", "http://localhost:1"))).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("drift: INVENTORY_SVC_URL is not set: must be the URL of the host inventory");
    }

    @Test
    void a_port_in_use_is_told_in_one_line() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exit = serve(Map.of(
                    "INVENTORY_SVC_URL",
                    "http://localhost:1",
                    "ENABLE_RBAC",
                    "false",
                    "DRIFT_LISTEN_ADDRESS",
                    "127.0.0.1",
                    "PORT",
                    Integer.toString(taken.getLocalPort())));

            assertThat(exit).isEqualTo(2);
            assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                    .containsExactly("drift: cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": is the port in use? PORT chooses another one");
        }
    }
}

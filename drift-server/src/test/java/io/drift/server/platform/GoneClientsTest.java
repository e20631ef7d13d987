package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.server.observability.CapturedLog;
import io.drift.testkit.Identities;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that resets its connection is noticed while services are still asked for it. */
@Timeout(60)
class GoneClientsTest {

    private static final int PATIENCE_MILLIS = 5000;
    private static final String GET = "GET /api/drift/v1/comparison_report?system_ids%5B%5D="
            + "00000000-0000-4000-8000-000000000001 HTTP/1.1\r\nHost: x\r\nx-rh-identity: "
            + Identities.associate().header() + "\r\n\r\n";

    /** Waits for the first call to a service, and never answers it. */
    private static Socket firstCall(ServerSocket service) throws Exception {
        Socket call = service.accept();
        call.setSoTimeout(PATIENCE_MILLIS);
        readHead(call.getInputStream());
        return call;
    }

    private static void readHead(InputStream in) throws Exception {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
    }

    private static DriftOverFakes over(ServerSocket inventory) {
        return new DriftOverFakes(Map.of(
                "INVENTORY_SVC_URL",
                "http://127.0.0.1:" + inventory.getLocalPort(),
                "DRIFT_READ_TIMEOUT_SECONDS",
                "3",
                "DRIFT_REQUEST_TIMEOUT_SECONDS",
                "3"));
    }

    private static Socket ask(DriftOverFakes drift) throws Exception {
        Socket client = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(drift.url()).getPort());
        client.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    @Test
    void calls_in_flight_are_closed_when_the_client_resets() throws Exception {
        try (CapturedLog log = new CapturedLog();
                ServerSocket inventory = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                DriftOverFakes drift = over(inventory)) {
            Socket client = ask(drift);
            try (Socket call = firstCall(inventory)) {
                client.setSoLinger(true, 0);
                long begin = System.nanoTime();
                client.close();
                assertThat(call.getInputStream().read()).isEqualTo(-1);
                assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
            }
            assertThat(log.next(line -> line.contains(" drift.audit ")))
                    .contains(" GET /api/drift/v1/comparison_report aborted ");
        }
    }

    @Test
    void a_client_that_only_stops_sending_still_waits() throws Exception {
        try (ServerSocket inventory = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                DriftOverFakes drift = over(inventory);
                Socket client = ask(drift)) {
            try (Socket call = firstCall(inventory)) {
                client.shutdownOutput();
                call.setSoTimeout(1500);
                assertThatThrownBy(() -> call.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    @Test
    void the_next_request_that_waits_on_the_connection_is_not_lost() throws Exception {
        try (ServerSocket inventory = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                DriftOverFakes drift = over(inventory);
                Socket client = ask(drift)) {
            try (Socket call = firstCall(inventory)) {
                assertThat(call.isConnected()).isTrue();
                client.getOutputStream()
                        .write("GET /mgmt/v0/status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            String both = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(both).startsWith("HTTP/1.1 50").endsWith("{\"status\":\"running\"}");
        }
    }
}

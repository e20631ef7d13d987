package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.testkit.Identities;
import io.drift.testkit.Systems;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send or read slowly, or not at all, and what that means for the others. */
@Timeout(120)
class SlowClientsTest {

    private static final String WEB = "00000000-0000-4000-8000-000000000001";
    private static final String REPORT = "/api/drift/v1/comparison_report";
    private static final String BODY = "{\"system_ids\":[\"" + WEB + "\"]}";
    private static final String USER = Identities.user("u").header();
    private static final String POST = "POST " + REPORT + " HTTP/1.1\r\nHost: x\r\nx-rh-identity: " + USER
            + "\r\nContent-Type: application/json\r\n";

    private final DriftOverFakes drift = new DriftOverFakes(Map.of());
    private final ManyClients clients = new ManyClients(drift.url());

    SlowClientsTest() {
        drift.platform.serve(Systems.system("web").withId(WEB).with("arch", "x86_64"));
    }

    @AfterEach
    void stop() {
        clients.close();
        drift.close();
    }

    private void honestRequestIsAnswered() {
        assertThat(report()).isEqualTo(200);
        long begin = System.nanoTime();
        assertThat(report()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    }

    private int report() {
        HttpResponse<String> answer =
                drift.post(REPORT, BODY, "Content-Type", "application/json", "x-rh-identity", USER);
        return answer.statusCode();
    }

    private static String read(Socket client) throws Exception {
        InputStream in = client.getInputStream();
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("}")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    @Test
    void bodies_that_drip_hold_nobody_up_and_are_refused() throws Exception {
        clients.send(300, POST + "Content-Length: 1000\r\n\r\n{");
        honestRequestIsAnswered();
        String refused = read(clients.sockets.get(299));
        assertThat(refused)
                .startsWith("HTTP/1.1 408 ")
                .endsWith("{\"message\":\"the body of the request arrives too slowly\"}");
    }

    @Test
    void heads_that_drip_hold_nobody_up() {
        clients.send(2000, "GET " + REPORT + " HTTP/1.1\r\nHost: x\r\nX-Slow: a");
        honestRequestIsAnswered();
    }

    @Test
    void a_body_that_comes_in_two_parts_is_read() throws Exception {
        clients.send(1, POST + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY.substring(0, 10));
        Socket client = clients.sockets.get(0);
        honestRequestIsAnswered();
        client.getOutputStream().write(BODY.substring(10).getBytes(StandardCharsets.US_ASCII));
        assertThat(read(client)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void what_is_wrong_with_a_head_is_told_before_the_body_comes() throws Exception {
        String head = " HTTP/1.1\r\nHost: x\r\nContent-Length: ";
        assertThat(answerTo("POST " + REPORT + head + "2000000\r\nContent-Type: application/json\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("application/json");
        assertThat(answerTo("POST " + REPORT + head + "10\r\nContent-Type: text/plain\r\n\r\n"))
                .startsWith("HTTP/1.1 415 ");
        assertThat(answerTo("POST " + REPORT + "?x=1" + head + "10\r\nContent-Type: application/json\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(answerTo("PUT " + REPORT + head + "10\r\nContent-Type: application/json\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ");
        assertThat(answerTo("POST /nowhere" + head + "10\r\nContent-Type: application/json\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    private String answerTo(String head) throws Exception {
        clients.send(1, head);
        return read(clients.sockets.get(clients.sockets.size() - 1));
    }
}

package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformService;
import io.drift.testkit.ScriptedAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Services whose texts are no valid Unicode (Q45): U+FFFD stands in the answer, which is whole in every form. */
class UnpairedSurrogatesTest {

    private static final String SYSTEM = "00000000-0000-0000-0000-000000000001";
    private static final String BASELINE = "00000000-0000-0000-0000-000000000002";
    private static final String REPORT =
            "/api/drift/v1/comparison_report?system_ids%5B%5D=" + SYSTEM + "&baseline_ids%5B%5D=" + BASELINE;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 3_000;

    private final DriftOverFakes drift = new DriftOverFakes(Map.of());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        drift.close();
    }

    /** Where a text can be; {@code #} stands for it, and documents are small without it. */
    enum Place {
        FQDN,
        TAG,
        PROFILE_VALUE,
        PROFILE_KEY,
        BASELINE_NAME,
        BASELINE_VALUE,
        BASELINE_KEY
    }

    static Stream<Arguments> cases() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(false, true)
                        .flatMap(large -> Stream.of("application/json", "text/csv")
                                .flatMap(format -> Stream.of("identity", "gzip")
                                        .map(coding -> Arguments.of(place, large, format, coding)))));
    }

    @BeforeEach
    void grant() {
        drift.platform.grantOnly("drift:*:*", "inventory:*:*");
    }

    @ParameterizedTest(name = "{0}, large: {1}, {2}, {3}")
    @MethodSource("cases")
    void are_replaced_in_a_whole_answer(Place at, boolean large, String format, String coding) throws Exception {
        serve(at, large);

        HttpResponse<byte[]> answer = get(format, coding);

        String body = utf8(unpacked(answer));
        assertThat(answer.statusCode())
                .as(body.substring(0, Math.min(200, body.length())))
                .isEqualTo(200);
        assertThat(body).contains("half \ufffd of").doesNotContain("problem", "INTERNAL");
        assertThat(body.length()).matches(length -> length > 1 << 16 == large);
        if (format.equals("application/json")) {
            JsonNode report = JSON.readTree(body);
            assertThat(report.path("facts").size()).isPositive();
            assertThat(report.has("drift_event_notify")).isTrue();
        } else {
            assertThat(body).startsWith("name,state,").endsWith("\r\n");
        }
    }

    private void serve(Place at, boolean large) {
        String half = "half \\ud800 of";
        String plain = "plain";
        String many = large
                ? IntStream.range(0, MANY)
                        .mapToObj(i -> ",{\"name\":\"fact " + i + "\",\"value\":\"value " + i + "\"}")
                        .collect(Collectors.joining())
                : "";
        String hosts = "/api/inventory/v1/hosts/" + SYSTEM;
        answer(
                PlatformService.INVENTORY,
                hosts,
                "{'results':[{'id':'" + SYSTEM + "','fqdn':'" + (at == Place.FQDN ? half : plain)
                        + "','display_name':null}]}");
        answer(
                PlatformService.INVENTORY,
                hosts + "/tags",
                "{'results':{'" + SYSTEM + "':[{'namespace':'a','key':'b','value':'" + (at == Place.TAG ? half : plain)
                        + "'}]}}");
        answer(
                PlatformService.INVENTORY,
                hosts + "/system_profile",
                "{'results':[{'id':'" + SYSTEM
                        + "','system_profile':{'arch':'" + (at == Place.PROFILE_VALUE ? half : plain)
                        + "','cpu_flags':['" + (at == Place.PROFILE_KEY ? half : plain) + "']}}]}");
        answer(
                PlatformService.BASELINES,
                "/api/system-baseline/v1/baselines/" + BASELINE,
                "{'data':[{'id':'"
                        + BASELINE + "','display_name':'" + (at == Place.BASELINE_NAME ? half : plain)
                        + "','updated':null,'baseline_facts':[{'name':'" + (at == Place.BASELINE_KEY ? half : plain)
                        + "','value':'" + (at == Place.BASELINE_VALUE ? half : plain) + "'}" + many + "]}]}");
    }

    private void answer(PlatformService service, String path, String body) {
        drift.platform.answer(service, path, ScriptedAnswer.json(200, body.replace('\'', '"')));
    }

    private HttpResponse<byte[]> get(String format, String coding) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(drift.url() + REPORT))
                        .header("x-rh-identity", Identities.user("jdoe").header())
                        .header("Accept", format)
                        .header("Accept-Encoding", coding)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unpacked(HttpResponse<byte[]> answer) throws IOException {
        boolean packed = answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"));
        try (InputStream in = new ByteArrayInputStream(answer.body());
                InputStream plain = packed ? new GZIPInputStream(in) : in) {
            return plain.readAllBytes();
        }
    }

    /** Fails if the bytes are not UTF-8. */
    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}

package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.testkit.Identities;
import io.drift.testkit.PlatformCall;
import io.drift.testkit.PlatformService;
import io.drift.testkit.ScriptedAnswer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminStatusTest {

    private static final String STATUS = "/api/drift/admin/status";
    private static final String[] ASSOCIATE = {
        "x-rh-identity", Identities.associate().header()
    };
    private static final String DENIED = "{\"message\":\"Access Denied.\"}";

    private DriftOverFakes drift = new DriftOverFakes(Map.of());

    @AfterEach
    void stop() {
        drift.close();
    }

    private void baselinesAnswer(ScriptedAnswer answer) {
        drift.platform.answer(PlatformService.BASELINES, "/api/system-baseline/admin/status", answer);
    }

    @Nested
    class An_associate {

        @Test
        void sees_the_document_as_it_is() {
            baselinesAnswer(
                    ScriptedAnswer.json(200, "{ \"totalBaselinesCount\":\"5\", \"more\":{\"\u00e9\":[1.50]} }"));

            HttpResponse<String> answer = drift.get(STATUS, ASSOCIATE);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(answer.body()).isEqualTo("{ \"totalBaselinesCount\":\"5\", \"more\":{\"\u00e9\":[1.50]} }");
        }

        @Test
        void is_forwarded_with_the_secret_and_nobody_is_asked_for_permissions() {
            drift.get(STATUS, ASSOCIATE);

            assertThat(drift.platform.calls()).singleElement().satisfies(call -> {
                assertThat(call.header("x-rh-identity"))
                        .isEqualTo(Identities.associate().header());
                assertThat(call.header("x-rh-drift-internal-api")).isEqualTo(DriftOverFakes.SECRET);
            });
        }

        @Test
        void sees_the_head_alone_too() {
            HttpResponse<String> head = drift.send("HEAD", STATUS, ASSOCIATE);

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"401,403,no", "403,403,no", "404,404,no", "500,500,", "302,500,", "400,500,", "204,500,"})
        void sees_what_the_service_refuses(int status, int answered, String words) {
            baselinesAnswer(ScriptedAnswer.text(status, "no"));

            HttpResponse<String> answer = drift.get(STATUS, ASSOCIATE);

            assertThat(answer.statusCode()).isEqualTo(answered);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"" + (words == null ? "Error received from backend service" : words)
                            + "\"}");
        }

        @Test
        void sees_a_failure_where_the_service_talks_nonsense_or_not_at_all() {
            baselinesAnswer(ScriptedAnswer.json(200, "<html>"));
            assertThat(drift.get(STATUS, ASSOCIATE).statusCode()).isEqualTo(500);

            baselinesAnswer(ScriptedAnswer.dropped());
            assertThat(drift.get(STATUS, ASSOCIATE).body())
                    .isEqualTo("{\"message\":\"Error received from backend service\"}");
        }

        @Test
        void is_told_which_setting_is_missing() {
            drift.close();
            drift = new DriftOverFakes(Map.of("BASELINE_SVC_URL", ""));

            HttpResponse<String> answer = drift.get(STATUS, ASSOCIATE);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("BASELINE_SVC_URL is not set");
        }
    }

    @Nested
    class Somebody_else {

        @ParameterizedTest
        @ValueSource(strings = {"associate", "ASSOCIATE", "Associate ", "User", ""})
        void is_denied_behind_the_gate(String type) {
            String identity = Identities.user("u").asJson().replace("\"User\"", "\"" + type + "\"");

            HttpResponse<String> answer = drift.get(STATUS, "x-rh-identity", base64(identity));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo(DENIED);
            assertThat(drift.platform.calls()).extracting(PlatformCall::service).containsOnly(PlatformService.RBAC);
        }

        @Test
        void is_denied_with_the_secret_alone_too() {
            String[] secret = {"x-rh-drift-internal-api", DriftOverFakes.SECRET};
            String[] garbage = {"x-rh-drift-internal-api", DriftOverFakes.SECRET, "x-rh-identity", "garbage"};

            assertThat(drift.get(STATUS, secret).body()).isEqualTo(DENIED);
            assertThat(drift.get(STATUS, garbage).body()).isEqualTo(DENIED);
            assertThat(drift.platform.calls()).isEmpty();
        }

        @Test
        void is_not_let_in_by_an_associate_elsewhere_in_the_header() {
            String identity =
                    "{\"type\":\"Associate\",\"identity\":{\"org_id\":\"7\",\"user\":{\"type\":\"Associate\"}},"
                            + "\"entitlements\":{\"insights\":{\"is_entitled\":true}}}";

            assertThat(drift.get(STATUS, "x-rh-identity", base64(identity)).body())
                    .isEqualTo(DENIED);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.drift.testkit;

import static io.drift.testkit.PlatformService.BASELINES;
import static io.drift.testkit.PlatformService.INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.testkit.junit.FakePlatformExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePlatformExtension.class)
class ScriptedAnswersTest {

    private final SystemDocument web = Systems.system("web-1").document();
    private final String path = "/api/inventory/v1/hosts/" + web.id();
    private final FakePlatform platform;

    ScriptedAnswersTest(FakePlatform platform) {
        this.platform = platform.serve(web);
    }

    @Test
    void beat_what_the_service_would_answer() throws Exception {
        platform.answer(INVENTORY, path, ScriptedAnswer.text(503, "not today, Zoë"));

        HttpResponse<String> response = Http.get(platform.inventoryUrl(), path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("not today, Zoë");
        assertThat(response.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void belong_to_one_service() throws Exception {
        platform.answer(BASELINES, path, ScriptedAnswer.text(503, "not today"));

        assertThat(Http.get(platform.inventoryUrl(), path).statusCode()).isEqualTo(200);
    }

    @Test
    void are_found_however_the_path_is_encoded() throws Exception {
        platform.answer(INVENTORY, "/a,b/%5Bc%5D?d=e+f", ScriptedAnswer.json(200, "{}"));

        assertThat(Http.get(platform.inventoryUrl(), "/a%2Cb/%5bc%5d?d=e%2Bf").statusCode())
                .isEqualTo(200);
        assertThat(platform.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.path()).isEqualTo("/a,b/[c]?d=e+f"));
    }

    @Test
    void may_have_any_status_and_content_type() throws Exception {
        platform.answer(INVENTORY, path, ScriptedAnswer.json(418, "<html>").as("text/html"));

        HttpResponse<String> response = Http.get(platform.inventoryUrl(), path);

        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.headers().firstValue("content-type")).contains("text/html");
    }

    @Test
    void may_be_no_answer_at_all() {
        platform.answer(INVENTORY, path, ScriptedAnswer.dropped());

        assertThatThrownBy(() -> Http.get(platform.inventoryUrl(), path)).isInstanceOf(IOException.class);
        assertThat(platform.calls()).isNotEmpty();
    }

    @Test
    void may_take_their_time() throws Exception {
        platform.answer(INVENTORY, path, ScriptedAnswer.json(200, "{}").after(Duration.ofMillis(50)));
        long start = System.nanoTime();

        assertThat(Http.get(platform.inventoryUrl(), path).body()).isEqualTo("{}");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void are_all_there_is_in_strict_mode() throws Exception {
        platform.strict().answer(INVENTORY, "/known", ScriptedAnswer.json(200, "{}"));

        assertThat(Http.get(platform.inventoryUrl(), "/known").statusCode()).isEqualTo(200);
        assertThat(Http.get(platform.inventoryUrl(), path).statusCode()).isEqualTo(599);

        assertThat(platform.calls()).extracting(PlatformCall::isForeseen).containsExactly(true, false);
    }

    @Test
    void calls_are_remembered_with_their_headers() throws Exception {
        Http.send(HttpRequest.newBuilder(URI.create(platform.inventoryUrl() + path + "/tags"))
                .header("X-RH-Identity", "secret")
                .build());

        assertThat(platform.calls(INVENTORY)).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.isTo(INVENTORY, path + "/tags")).isTrue();
            assertThat(call.isTo(BASELINES, path + "/tags")).isFalse();
            assertThat(call.header("x-rh-identity")).isEqualTo("secret");
            assertThat(call.header("x-other")).isNull();
            assertThat(call).hasToString("GET inventory " + path + "/tags");
        });
        assertThat(platform.calls(BASELINES)).isEmpty();
    }
}

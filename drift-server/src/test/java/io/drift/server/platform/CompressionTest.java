package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.testkit.Identities;
import io.drift.testkit.SystemDocument;
import io.drift.testkit.Systems;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompressionTest {

    private final SystemDocument system = Systems.system("web-1")
            .with("cpu_flags", IntStream.range(0, 500).mapToObj(i -> "flag" + i).toList())
            .document();

    private HttpResponse<String> report(DriftOverFakes drift, String... headers) {
        drift.platform.serve(system);
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("x-rh-identity", Identities.user("u").header()));
        return drift.get("/api/drift/v1/comparison_report?system_ids[]=" + system.id(), all.toArray(String[]::new));
    }

    @Test
    void a_report_is_compressed_for_who_accepts_that_and_says_what_it_depends_on() {
        try (DriftOverFakes drift = new DriftOverFakes(Map.of())) {
            HttpResponse<String> packed = report(drift, "Accept-Encoding", "gzip");
            HttpResponse<String> plain = report(drift);

            assertThat(packed.headers().allValues("content-encoding")).containsExactly("gzip");
            assertThat(plain.headers().allValues("content-encoding")).isEmpty();
            for (HttpResponse<String> answer : List.of(packed, plain)) {
                assertThat(answer.headers().allValues("vary")).containsExactly("Accept, Accept-Encoding");
            }
        }
    }

    @Test
    void other_answers_depend_on_the_encoding_only() {
        try (DriftOverFakes drift = new DriftOverFakes(Map.of())) {
            for (String path : List.of("/mgmt/v0/status", "/api/drift/v1/openapi.json", "/api/drift/v1/version")) {
                assertThat(drift.get(path).headers().allValues("vary")).as(path).containsExactly("Accept-Encoding");
            }
        }
    }
}

package io.drift.server.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines of a server of its own, from outside. */
class OwnBaselinesTest {

    private static final String BASELINES = "/api/system-baseline/v1/baselines";
    private static final String REPORT = "/api/drift/v1/comparison_report?";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temporary;

    private StandaloneDrift drift;

    @BeforeEach
    void start() throws IOException {
        drift = new StandaloneDrift(temporary.resolve("data"));
    }

    @AfterEach
    void stop() {
        drift.close();
    }

    private String upload(String sample) throws IOException {
        return idOfUploaded(Files.readString(Path.of("..", "samples", sample)));
    }

    private String idOfUploaded(String host) throws IOException {
        return JSON.readTree(drift.upload("application/json", host.getBytes(StandardCharsets.UTF_8))
                        .body())
                .at("/data/0/id")
                .asText();
    }

    private JsonNode sent(String method, String path, String body) throws IOException {
        HttpResponse<String> answer = drift.send(method, path, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private String create(String body) throws IOException {
        return sent("POST", BASELINES, body).path("id").asText();
    }

    @Test
    void a_system_does_not_differ_from_the_baseline_that_was_made_of_it() throws IOException {
        String web = upload("web-1.json");
        JsonNode golden = sent("POST", BASELINES, "{'display_name':'golden','inventory_uuid':'" + web + "'}");

        JsonNode report = drift.get(REPORT + "system_ids%5B%5D=" + web + "&baseline_ids%5B%5D="
                + golden.path("id").asText() + "&short_circuit=true");

        assertThat(golden.path("fact_count").asInt()).isGreaterThan(10);
        assertThat(report.findValuesAsText("state")).isNotEmpty().containsOnly("SAME");
        assertThat(report.at("/baselines/0/display_name").asText()).isEqualTo("golden");
    }
}

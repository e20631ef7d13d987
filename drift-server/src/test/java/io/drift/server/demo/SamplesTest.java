package io.drift.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Path FOLDER = Path.of("..", "samples");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");

    private static List<String> files() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.list(FOLDER), Files.list(FOLDER.resolve("historical-profiles")))) {
            return files.map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".json"))
                    .toList();
        }
    }

    private static Instant captured(JsonNode document) {
        return OffsetDateTime.parse(document.at("/system_profile/captured_date").asText())
                .toInstant();
    }

    @Test
    void are_all_machines_of_the_folder() throws IOException {
        assertThat(Samples.FILES).containsExactlyInAnyOrderElementsOf(files());
    }

    @Test
    void are_the_files_but_for_dates_that_are_moved_together() throws IOException {
        JsonNode samples = JSON.readTree(new Samples().asOf(NOW));
        assertThat(samples).hasSameSizeAs(Samples.FILES);
        for (int i = 0; i < samples.size(); i++) {
            JsonNode file = JSON.readTree(FOLDER.resolve(Samples.FILES.get(i)).toFile());
            ObjectNode profile = (ObjectNode) samples.get(i).path("system_profile");
            if (profile.has("captured_date")) {
                assertThat(captured(samples.get(i)))
                        .isEqualTo(captured(file)
                                .plusSeconds(NOW.getEpochSecond()
                                        - Instant.parse("2024-10-21T06:00:12Z").getEpochSecond()));
            }
            assertThat(withoutDates(profile)).isEqualTo(withoutDates((ObjectNode) file.path("system_profile")));
            assertThat(samples.get(i).path("fqdn").asText()).contains(".example.");
        }
    }

    /** Nor what the service of historical profiles adds, which an uploaded host has beside its profile. */
    private static ObjectNode withoutDates(ObjectNode profile) {
        return profile.without(List.of("captured_date", "id", "display_name", "fqdn", "tags"));
    }
}

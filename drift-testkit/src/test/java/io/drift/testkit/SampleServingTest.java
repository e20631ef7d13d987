package io.drift.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleServingTest {

    private static final String WEB_1 = "59fca191-cba6-48d4-af2b-1b846d53bb23";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SampleServing serving = servingOn(0);

    @TempDir
    private Path folder;

    private SampleServing servingOn(int port) {
        return new SampleServing(
                service -> service == PlatformService.INVENTORY ? port : 0,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    @Test
    void the_samples_are_served_from_the_class_path() throws Exception {
        try (FakePlatform platform = serving.start(List.of())) {
            assertThat(Http.get(platform.inventoryUrl(), "/api/inventory/v1/hosts/" + WEB_1)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(out.toString(UTF_8))
                    .contains("inventory on " + platform.inventoryUrl())
                    .contains(WEB_1 + "  web-1")
                    .contains("web server", "web-1 of 2024-10-07T03:13:55+00:00")
                    .containsPattern("curl -s -H 'x-rh-identity: [A-Za-z0-9+/=]+' 'http://127.0.0.1:8000/\\S+'");
        }
    }

    @Test
    void of_two_documents_of_one_system_the_later_one_is_served() throws Exception {
        try (FakePlatform platform = serving.start(List.of())) {
            assertThat(Http.get(platform.inventoryUrl(), "/api/inventory/v1/hosts/" + WEB_1 + "/system_profile")
                            .body())
                    .contains("192.0.2.11\"")
                    .doesNotContain("192.0.2.111");
        }
    }

    @Test
    void a_folder_is_served_in_place_of_the_samples() throws Exception {
        write("a.json", Systems.system("a").asHostJson());
        write("b.json", Baselines.baseline("b").asJson());
        write("sub/c.json", Systems.historicalProfileOf(Systems.system("a")).asJson());
        write("README.md", "not JSON");
        try (FakePlatform platform = serving.start(List.of(folder.toString()))) {
            String id = Systems.system("a").document().id();
            assertThat(Http.get(platform.inventoryUrl(), "/api/inventory/v1/hosts/" + id)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(out.toString(UTF_8))
                    .contains(id + "  a")
                    .contains("  b" + System.lineSeparator())
                    .contains("  a of 2024-01-01T00:00:00+00:00");
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void a_port_in_use_is_told_in_a_line() {
        try (FakePlatform first = FakePlatform.start()) {
            int taken = first.inventoryUrl().getPort();

            assertThat(servingOn(taken).start(List.of())).isNull();

            assertThat(err.toString(UTF_8).lines())
                    .singleElement()
                    .asString()
                    .startsWith("cannot listen on port " + taken + " for the service inventory");
        }
    }

    @Test
    void a_file_that_is_no_document_is_named() throws Exception {
        write("odd.json", "{\"display_name\": \"odd\"}");

        assertThat(serving.start(List.of(folder.toString()))).isNull();
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains("odd.json");
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        assertThat(serving.start(List.of("no-such-folder"))).isNull();
        assertThat(err.toString(UTF_8)).contains("no such folder: no-such-folder");
    }

    @Test
    void anything_else_is_answered_with_the_usage() {
        assertThat(serving.start(List.of("--help"))).isNull();
        assertThat(serving.start(List.of("a", "b"))).isNull();
        assertThat(err.toString(UTF_8).lines()).hasSize(2).allMatch(line -> line.startsWith("usage: "));
    }
}

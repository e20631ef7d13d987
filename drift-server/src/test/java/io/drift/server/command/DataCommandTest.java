package io.drift.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.command.ProgramRun.Result;
import io.drift.server.standalone.StandaloneDrift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups, exports and imports of what a server of its own keeps, also while it runs. */
class DataCommandTest {

    private static final String HOSTS = "/api/inventory/v1/hosts";
    private static final String BASELINES = "/api/system-baseline/v1/baselines";
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path temporary;

    private Path folder(String name) {
        return temporary.resolve(name);
    }

    private Result data(String folder, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "data";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--data";
        all[words.length + 2] = folder(folder).toString();
        return new ProgramRun().run(all);
    }

    private Path export(String folder, String name) {
        Path file = temporary.resolve(name);
        Result done = data(folder, "export", "-o", file.toString());
        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isZero();
        return file;
    }

    /** Hosts with all that there is: tags, three states, odd numbers and characters, one content twice. */
    private void fill(StandaloneDrift drift) {
        String web = "{\"fqdn\":\"Web-1.example.com\",\"machine_id\":\"" + new UUID(1, 1)
                + "\",\"display_name\":\"W\u00e9b\","
                + "\"tags\":[{\"namespace\":\"n\",\"key\":\"k\",\"value\":\"v\"},{\"namespace\":null,\"key\":\"alone\","
                + "\"value\":null}],\"mac_addresses\":[\"52:54:00:00:00:01\"],\"system_profile\":{\"captured_date\":\"%s\","
                + "\"arch\":\"x86_64\",\"odd\":[1.50,1e3,-0,12345678901234567890,\"\\ud800 \u2603 \\u0000\"],"
                + "\"number_of_cpus\":%d}}";
        List<String> hosts = List.of(
                web.formatted("2026-01-01T00:00:00Z", 2),
                web.formatted("2026-01-02T00:00:00.123456+01:00", 4),
                web.formatted("2026-01-03T00:00:00Z", 2),
                "{\"fqdn\":\"db-1\",\"system_profile\":{\"arch\":\"x86_64\"}}",
                "{\"fqdn\":\"db-2\",\"tags\":[],\"system_profile\":{\"arch\":\"x86_64\"}}");
        hosts.forEach(
                host -> assertThat(drift.upload(JSON, host.getBytes(UTF_8)).statusCode())
                        .isBetween(200, 201));
        baselines(drift);
    }

    /** All forms of facts, and a system that should be so. */
    private static void baselines(StandaloneDrift drift) {
        String facts = "[{\"name\":\"arch\",\"value\":\"x86_64\"},"
                + "{\"name\":\"cpu_flags\",\"values\":[{\"name\":\"fpu\",\"value\":\"enabled\"}]},"
                + "{\"name\":\"dns\",\"value\":[\"10.0.0.2\",\"10.0.0.1\"]}]";
        try {
            String golden = drift.send(
                            "POST", BASELINES, "{\"display_name\":\"gölden\",\"baseline_facts\":" + facts + "}")
                    .body();
            drift.send("POST", BASELINES, "{\"display_name\":\"empty\",\"baseline_facts\":[]}");
            String associated =
                    BASELINES + "/" + MAPPER.readTree(golden).path("id").asText() + "/systems";
            String system = hosts(drift).at("/results/0/id").asText();
            assertThat(drift.send("POST", associated, "{\"system_ids\":[\"" + system + "\"]}")
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private void fill(String name) throws IOException {
        try (StandaloneDrift drift = new StandaloneDrift(folder(name))) {
            fill(drift);
        }
    }

    private static JsonNode hosts(StandaloneDrift drift) throws IOException {
        return drift.get(HOSTS + "?order_by=display_name&order_how=ASC");
    }

    @Test
    void a_backup_while_the_server_runs_starts_as_a_data_folder_of_its_own() throws IOException {
        Path file = temporary.resolve("backup.db");
        JsonNode before;
        try (StandaloneDrift drift = new StandaloneDrift(folder("data"))) {
            fill(drift);
            Result done = data("data", "backup", file.toString());
            assertThat(done.err()).isEmpty();
            assertThat(done.code()).isZero();
            assertThat(done.out()).isEqualTo(file + ": backed up and checked\n");
            before = hosts(drift);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(data("data", "backup", file.toString()).err())
                .isEqualTo("drift: " + file + " is there already: give another name, or move it away\n");

        Files.createDirectory(
                folder("restored"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.move(file, folder("restored").resolve("drift.db"));
        try (StandaloneDrift restored = new StandaloneDrift(folder("restored"))) {
            assertThat(hosts(restored)).isEqualTo(before);
        }
    }

    @Test
    void an_export_that_is_imported_into_an_empty_folder_is_exported_as_the_same_bytes() throws IOException {
        Path first;
        JsonNode before;
        try (StandaloneDrift drift = new StandaloneDrift(folder("data"))) {
            fill(drift);
            first = export("data", "first.jsonl");
            before = hosts(drift);
        }
        Result imported = data("other", "import", first.toString());
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out()).isEqualTo("3 systems with 5 states, and 2 baselines were imported\n");

        assertThat(export("other", "second.jsonl")).hasSameBinaryContentAs(first);
        assertThat(Files.readAllLines(first)).first().isEqualTo("{\"drift_export\":1}");
        assertThat(Files.readString(first)).contains("[1.50,1e3,-0,12345678901234567890,");
        try (StandaloneDrift drift = new StandaloneDrift(folder("other"))) {
            assertThat(hosts(drift)).isEqualTo(before);
        }
    }

    @Test
    void whatever_was_taken_as_an_upload_can_be_exported_and_imported() throws IOException {
        int deepest = 1000 - 2;
        List<String> hosts = List.of(
                "{\"fqdn\":\"twice\",\"system_profile\":{\"a\":{\"k\":1,\"k\":2}}}",
                "{\"fqdn\":\"deep\",\"system_profile\":{\"a\":" + "[".repeat(deepest) + "]".repeat(deepest) + "}}");
        Path first;
        try (StandaloneDrift drift = new StandaloneDrift(folder("data"))) {
            for (String host : hosts) {
                assertThat(drift.upload(JSON, host.getBytes(UTF_8)).statusCode())
                        .as(host.substring(0, 40))
                        .isEqualTo(201);
            }
            first = export("data", "first.jsonl");
        }
        Result imported = data("other", "import", first.toString());
        assertThat(imported.err()).isEmpty();
        assertThat(export("other", "second.jsonl")).hasSameBinaryContentAs(first);
    }

    @Test
    void an_export_to_standard_output_is_the_same() throws IOException {
        fill("data");
        Path file = export("data", "file.jsonl");
        assertThat(data("data", "export").out()).isEqualTo(Files.readString(file));
    }

    @Test
    void an_export_that_is_cut_anywhere_keeps_nothing_and_says_what_to_do() throws IOException {
        fill("data");
        List<String> lines = Files.readAllLines(export("data", "whole.jsonl"));
        for (int kept = 0; kept < lines.size(); kept++) {
            String whole = String.join("\n", lines.subList(0, kept));
            String next = lines.get(kept);
            refuse(whole + "\n");
            refuse(whole + "\n" + next.substring(0, next.length() / 2));
        }
        Path good = Files.writeString(temporary.resolve("good"), String.join("\n", lines));
        assertThat(data("other", "import", good.toString()).code()).isZero();
    }

    /** A folder that nothing was kept in is not left behind. */
    private String refuse(String export) throws IOException {
        Path file = Files.writeString(temporary.resolve("refused"), export);
        Result refused = data("other", "import", file.toString());
        assertThat(refused.code()).as(export).isEqualTo(2);
        assertThat(refused.err())
                .as(export)
                .hasLineCount(1)
                .containsAnyOf("export again", "give a file", "import it with")
                .endsWith("; nothing was kept\n");
        assertThat(folder("other")).as(export).doesNotExist();
        return refused.err();
    }

    @Test
    void a_folder_that_was_there_before_a_refused_import_stays_with_what_is_in_it() throws IOException {
        Files.createDirectory(
                folder("mine"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder("mine").resolve("notes"), "mine");
        Path file = Files.writeString(temporary.resolve("refused"), "no JSON");

        assertThat(data("mine", "import", file.toString()).code()).isEqualTo(2);
        assertThat(folder("mine").resolve("notes")).hasContent("mine");
    }

    @Test
    void a_file_in_the_place_of_the_data_folder_is_named_with_what_to_give_instead() throws IOException {
        Files.writeString(folder("file"), "");
        for (String[] action : new String[][] {
            {"backup", "b"}, {"export"}, {"import", folder("file").toString()}
        }) {
            assertThat(data("file", action).err())
                    .isEqualTo("drift: the data folder cannot be " + folder("file") + ", since " + folder("file")
                            + " is a file: give a folder, or a name where there is nothing yet\n");
        }
    }

    @Test
    void what_is_no_export_of_this_version_is_refused() throws IOException {
        fill("data");
        String whole = Files.readString(export("data", "whole.jsonl"));

        assertThat(refuse("")).contains("it is no export of Drift");
        assertThat(refuse("{\"fqdn\":\"web\"}")).contains("it is no export of Drift");
        assertThat(refuse(whole + whole)).contains("something stands behind its last line");
        assertThat(refuse("no JSON")).contains("line 1 is cut off or no JSON");
        assertThat(refuse(whole.replaceFirst(":1", ":2"))).contains("it is of another version of Drift");
        assertThat(refuse(whole.replaceFirst("\\{\"system\"", "{\"satellite\"")))
                .contains("is something that this version of Drift does not know");
        assertThat(refuse(whole.replaceFirst("x86_64", "x86_65"))).contains("was changed since it was exported");
        assertThat(refuse(whole.replaceFirst("\"created\":\"[^\"]*\"", "\"created\":7")))
                .contains("created is no text");
    }

    @Test
    void an_import_while_a_server_runs_or_over_other_systems_is_refused() throws IOException {
        Path export;
        try (StandaloneDrift drift = new StandaloneDrift(folder("data"))) {
            fill(drift);
            export = export("data", "export.jsonl");
            Result refused = data("data", "import", export.toString());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).startsWith("drift: another Drift works on the data folder");
        }
        assertThat(data("data", "import", export.toString()).err())
                .isEqualTo(
                        "drift: the data folder has systems or baselines already: give an empty one; nothing was kept\n");
    }

    @Test
    void what_is_not_there_or_not_understood_is_told_in_a_line() {
        assertThat(data("nothing", "export").err())
                .startsWith("drift: there is no drift.db in the data folder")
                .hasLineCount(1);
        assertThat(folder("nothing")).doesNotExist();
        assertThat(data("data", "restore").err())
                .isEqualTo("drift: 'restore' is nothing to do with data: give backup, export or import\n");
        assertThat(data("data", "backup").err()).isEqualTo("drift: backup needs the name of a new file\n");
        assertThat(data("data", "import").err())
                .isEqualTo("drift: import needs the name of an export, or - for standard input\n");
        assertThat(data("data", "import", "/no/such/file").err()).isEqualTo("drift: /no/such/file is not there\n");
        assertThat(data("data", "backup", "/no/such/file").err()).isEqualTo("drift: /no/such is not there\n");
        assertThat(data("data", "export", "file").err())
                .isEqualTo("drift: export writes to standard output, or where -o says\n");
        assertThat(data("data", "backup", "file", "-o", "x").err()).isEqualTo("drift: -o is for an export\n");
    }
}

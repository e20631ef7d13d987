package io.drift.server.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drift.server.DriftProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose disk or folder is not as it should be: it says what to do, and nothing that was acknowledged is lost. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BrokenStorageTest {

    /** Even root has to keep to permissions then. */
    private static final List<String> WITHOUT_CAPABILITIES =
            List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all");

    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void name() {
        data = temporary.resolve("data");
    }

    private static boolean works(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException isMissing) {
            return false;
        }
    }

    private DriftProcess start(String... launcher) throws IOException {
        return DriftProcess.Start.PLAIN
                .withLauncher(launcher)
                .run("standalone", "--port", "0", "--data", data.toString());
    }

    private void assertIsRefused(String reason, String... launcher) throws Exception {
        try (DriftProcess server = start(launcher)) {
            assertThat(server.linesOfRefusal())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("drift: ")
                    .contains(reason);
            assertThat(server.exitCode()).isEqualTo(2);
        }
    }

    /** Uploads a batch; the server ends as it should. */
    private void fill(String mark) throws Exception {
        try (DriftProcess server = start()) {
            assertThat(new Batches(server.url()).send(mark).statusCode()).isEqualTo(207);
            assertThat(server.terminate().exitCode()).isZero();
        }
    }

    private void assertIsThere(String mark) throws Exception {
        try (DriftProcess server = start()) {
            assertThat(new Batches(server.url()).wholeHosts(mark)).isEqualTo(Batches.HOSTS);
        }
    }

    @Test
    void a_disk_that_is_full_is_told_and_room_is_used_without_a_restart() throws Exception {
        assumeTrue(works("prlimit", "--version"), "prlimit is missing, so no disk can be as good as full");
        List<String> kept = new ArrayList<>();
        // a file may not grow beyond this, which is what a process notices of a disk that is full
        try (DriftProcess server = start("prlimit", "--fsize=4000000:unlimited")) {
            Batches batches = new Batches(server.url());
            HttpResponse<String> answer = batches.send("full0-");
            for (int batch = 0; answer.statusCode() == 207; answer = batches.send("full" + ++batch + "-")) {
                kept.add("full" + batch + "-");
            }
            assertThat(kept).hasSizeGreaterThan(1);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("look at its disk");
            assertAreThere(kept, batches);
            assertThat(batches.wholeHosts("full" + kept.size() + "-")).isZero();

            assertThat(works(
                            "prlimit",
                            "--fsize=unlimited",
                            "--pid",
                            String.valueOf(server.process().pid())))
                    .isTrue();
            assertThat(batches.send("room").statusCode()).isEqualTo(207);
            server.kill();
            assertThat(server.linesWhileItListened())
                    .as("what is to be done is in the log, and no stack trace")
                    .anyMatch(line -> line.contains("look at its disk"))
                    .noneMatch(line -> line.startsWith("\tat "));
        }
        kept.add("room");
        try (DriftProcess server = start()) {
            assertAreThere(kept, new Batches(server.url()));
        }
    }

    private static void assertAreThere(List<String> marks, Batches batches) throws Exception {
        for (String mark : marks) {
            assertThat(batches.wholeHosts(mark)).as(mark).isEqualTo(Batches.HOSTS);
        }
    }

    @Test
    void a_disk_without_room_for_a_start_is_told() throws Exception {
        assumeTrue(works("prlimit", "--version"), "prlimit is missing, so no disk can be as good as full");

        assertIsRefused("look at its disk", "prlimit", "--fsize=1000:unlimited");
    }

    @Test
    void a_folder_that_may_not_be_written_is_told_and_stays_as_it_is() throws Exception {
        fill("before");
        String[] launcher = asSomebodyWithoutRights();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-x------"));
        byte[] content = Files.readAllBytes(data.resolve("drift.db"));
        try {
            assertIsRefused("look at the permissions of the data folder", launcher);
            assertThat(Files.readAllBytes(data.resolve("drift.db"))).isEqualTo(content);
        } finally {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
        assertIsThere("before");
    }

    @Test
    void a_database_that_may_not_be_written_is_told_and_stays_as_it_is() throws Exception {
        fill("before");
        String[] launcher = asSomebodyWithoutRights();
        Path database = data.resolve("drift.db");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("r--------"));
        byte[] content = Files.readAllBytes(database);

        assertIsRefused("look at the permissions of the data folder", launcher);

        assertThat(Files.readAllBytes(database)).isEqualTo(content);
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-------"));
        assertIsThere("before");
    }

    private static String[] asSomebodyWithoutRights() throws IOException, InterruptedException {
        boolean isRoot = System.getProperty("user.name").equals("root");
        List<String> launcher = isRoot ? WITHOUT_CAPABILITIES : List.of();
        assumeTrue(
                !isRoot
                        || works(Stream.concat(launcher.stream(), Stream.of("true"))
                                .toArray(String[]::new)),
                "root may write anywhere, and there is no setpriv that takes this away");
        return launcher.toArray(String[]::new);
    }

    @Test
    void a_file_that_is_no_database_is_told_and_stays_as_it_is() throws Exception {
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path database = Files.writeString(data.resolve("drift.db"), "some other file of mine\n".repeat(100));
        byte[] content = Files.readAllBytes(database);

        assertIsRefused("drift.db in the data folder is no database: move it away");

        assertThat(Files.readAllBytes(database)).isEqualTo(content);
    }

    @Test
    void a_database_that_is_damaged_is_told() throws Exception {
        fill("before");
        Path database = data.resolve("drift.db");
        byte[] content = Files.readAllBytes(database);
        Arrays.fill(content, 100, 4096, (byte) 7);
        Files.write(database, content);

        assertIsRefused("put a backup in its place");

        assertThat(Files.readAllBytes(database)).isEqualTo(content);
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_and_the_first_one_goes_on() throws Exception {
        try (DriftProcess first = start()) {
            Batches batches = new Batches(first.url());
            assertThat(batches.send("first").statusCode()).isEqualTo(207);

            assertIsRefused("another Drift works on the data folder");

            assertThat(batches.wholeHosts("first")).isEqualTo(Batches.HOSTS);
            assertThat(batches.send("second").statusCode()).isEqualTo(207);
        }
    }
}

package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.DriftProcess;
import io.drift.server.command.ProgramRun.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as somebody starts it who has never seen Drift. */
@Timeout(120)
class DemoProcessTest {

    @TempDir
    Path temporary;

    private DriftProcess killed;
    private DriftProcess running;

    @AfterEach
    void end() {
        Stream.of(killed, running).filter(one -> one != null).forEach(DriftProcess::close);
    }

    private DriftProcess demo() throws IOException {
        return DriftProcess.Start.PLAIN
                .withOptions("-Djava.io.tmpdir=" + temporary)
                .run("demo", "--port", "0");
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(one -> one.getFileName().toString().startsWith("drift-demo-"))
                    .toList();
        }
    }

    @Test
    void has_the_samples_and_their_past_sweeps_what_a_killed_one_left_and_leaves_nothing_behind() throws Exception {
        killed = demo();
        killed.line("Ctrl-C ends it.");
        killed.kill();
        Path left = folders().get(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(left)))
                .isEqualTo("rwx------");

        running = demo();
        assertThat(running.line("removed what")).endsWith(": " + left);
        String url = running.url();

        assertThat(folders()).hasSize(1).doesNotContain(left);
        Result all = drift("compare", "--server", url, "web-1", "web-2", "--only-different");
        assertThat(all.err()).isEmpty();
        assertThat(all.out()).contains("2 systems: 13 of 321 facts differ.");
        Result past = drift("compare", "--server", url, "db-1", "db-1@previous", "--only-different");
        assertThat(past.err())
                .isEqualTo("drift: db-1@previous: tells nothing of 4 facts that other columns have;"
                        + " nobody knows whether they differ\n");
        assertThat(past.line("  ! system_memory")).endsWith("31.26 GiB");
        assertThat(past.out()).contains("1 system, 1 historical profile: 9 of ").doesNotContain("  ! fqdn");

        assertThat(running.terminate().exitCode()).isZero();
        assertThat(folders()).isEmpty();
    }

    private static Result drift(String... words) {
        return new ProgramRun().run(words);
    }

    @Test
    void a_port_that_is_taken_is_told_in_a_line_and_nothing_is_left() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            running = DriftProcess.Start.PLAIN
                    .withOptions("-Djava.io.tmpdir=" + temporary)
                    .run("demo", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(running.linesOfRefusal())
                    .containsExactly("drift: cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": is the port in use? --port chooses another one");
            assertThat(running.exitCode()).isEqualTo(2);
            assertThat(folders()).isEmpty();
        }
    }

    @Test
    void a_port_that_is_none_is_told_in_the_words_of_the_option() throws Exception {
        running = DriftProcess.Start.PLAIN
                .withOptions("-Djava.io.tmpdir=" + temporary)
                .run("demo", "--port", "65536");

        assertThat(running.linesOfRefusal())
                .containsExactly("drift: --port 65536 is no port: give a number from 0 to 65535");
        assertThat(running.exitCode()).isEqualTo(2);
        assertThat(folders()).isEmpty();
    }

    @Test
    void a_folder_that_is_not_there_is_told_in_a_line() throws Exception {
        running = DriftProcess.Start.PLAIN
                .withOptions("-Djava.io.tmpdir=" + temporary.resolve("nowhere"))
                .run("demo", "--port", "0");

        assertThat(running.linesOfRefusal()).hasSize(1).first().asString().contains("-Djava.io.tmpdir=DIR");
        assertThat(running.exitCode()).isEqualTo(2);
    }
}

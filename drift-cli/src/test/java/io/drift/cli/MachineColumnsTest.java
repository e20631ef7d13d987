package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines are columns as files are; a script in the place of ssh runs what is sent to it, here. */
class MachineColumnsTest {

    @TempDir
    Path folder;

    private CommandRun drift(String script) throws IOException {
        Path ssh = Files.writeString(folder.resolve("ssh"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
        return new CommandRun().with(Collector.PROGRAM, ssh.toString()).with("PATH", System.getenv("PATH"));
    }

    /** Drops the words up to the host, and answers as this machine, of what nobody changes meanwhile. */
    private static final String THIS_MACHINE =
            "while [ \"$1\" != -- ]; do shift; done; shift 2; exec \"$@\" --only machine-id,os-release,kernel-release,architecture,dpkg-status\n";

    @Test
    void a_machine_does_not_differ_from_itself() throws IOException {
        Result result = drift(THIS_MACHINE).compare("ssh:web-1", "ssh:ops@web-2:2222", "--only-different");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains(": nothing differs in ");
    }

    @Test
    void this_machine_is_compared_in_all_that_another_one_tells() throws IOException {
        Result result = drift(THIS_MACHINE).compare("here", "ssh:web-1", "--reference", "here");

        assertThat(result.code()).as(result.err()).isLessThan(2);
        assertThat(result.line("= arch ")).doesNotContain("?");
        assertThat(result.err()).contains("drift: ssh:web-1: tells nothing of ");
        assertThat(result.out()).contains(" facts that fewer than two columns looked at.");
    }

    @Test
    void a_machine_that_cannot_be_reached_is_named_and_the_rest_is_compared() throws IOException {
        String file = new FieldFiles(folder).host("web.json", 1, "'arch': 'other'");

        String script =
                "case \" $* \" in *' web-1 '*) echo 'ssh: no route to host' >&2; exit 255;; esac\n" + THIS_MACHINE;
        Result result = drift(script).compare("ssh:web-1", "ssh:web-2", file);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("drift: ssh:web-1: ssh: no route to host");
        assertThat(result.line("! arch ")).contains("other");
    }

    @Test
    void an_option_is_no_machine() throws IOException {
        Result result = drift("touch " + folder.resolve("run") + "\n").compare("ssh:-oProxyCommand=id", "here");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("'ssh:-oProxyCommand=id' is no machine");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void a_file_called_here_is_given_as_one() throws IOException {
        String file = new FieldFiles(folder).host("here", 1, "'arch': 'x86_64'");
        String other = new FieldFiles(folder).host("other.json", 2, "'arch': 'x86_64'");

        assertThat(drift("exit 1\n").compare("file:" + file, other).code()).isZero();
    }
}

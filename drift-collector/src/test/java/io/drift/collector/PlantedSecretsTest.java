package io.drift.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.collector.ShellRun.Printed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedSecretsTest {

    @TempDir
    private Path tree;

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox ash"})
    void none_of_fifty_secrets_is_printed(String shell) throws Exception {
        MachineTree.plant(tree);
        Printed printed = ShellRun.run(shell, "--root", tree.toString());
        String out = new String(printed.out(), StandardCharsets.UTF_8);
        assertThat(IntStream.rangeClosed(1, MachineTree.SECRETS)
                        .mapToObj(MachineTree::secret)
                        .filter(out::contains))
                .isEmpty();
        assertThat(out).doesNotContain("hunter2x");
    }

    /** Or the test above would pass over a script that prints nothing. */
    @Test
    void what_stands_beside_them_is_printed() throws Exception {
        MachineTree.plant(tree);
        Printed printed = ShellRun.run("sh", "--root", tree.toString());
        String profile = MachineReader.read(Collection.parse(new ByteArrayInputStream(printed.out()))
                        .sections())
                .profile()
                .toString();
        assertThat(profile)
                .contains(
                        "\"base_url\":\"https://repo.example.com/own\"",
                        "\"mirrorlist\":\"https://m.example.com/?token=***&arch=x\"",
                        "\"deb https://deb.example.com/debian bookworm main\"",
                        "\"https://dl.example.com/alpine/v3.20/main\"",
                        "\"name\":\"libsecret-1-0\"",
                        "\"options\":\"username=***,password=***,uid=0\"",
                        "\"passwordauthentication\":\"yes\"",
                        "\"permitrootlogin\":\"no\"",
                        "\"nameservers\":\"192.0.2.53\"",
                        "\"selinux_config_file\":\"enforcing\"",
                        "\"/etc/crontab\":\"sha256:");
    }
}

package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real ssh servers on the loopback address, asked by the real ssh; one has a shell that prints a banner. */
class SshServersTest {

    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final Path CLIENT = Path.of("/usr/bin/ssh");
    private static final int SECONDS = 20;

    @TempDir
    private Path folder;

    private final List<Process> servers = new ArrayList<>();

    @BeforeEach
    void makeKeys() throws Exception {
        assumeTrue(Files.isExecutable(SERVER), SERVER + " is not installed");
        assumeTrue(Files.isExecutable(CLIENT), CLIENT + " is not installed");
        assumeTrue(
                !System.getProperty("user.name").equals("root") || Files.isDirectory(Path.of("/run/sshd")),
                "/run/sshd is not there, and root's sshd needs it");
        for (String key : List.of("host", "client")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @AfterEach
    void end() {
        servers.forEach(Process::destroy);
    }

    /** A server that lets the client in, with options in front of its key. */
    private int serve(String options) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path keys = folder.resolve("keys-" + port);
        Files.writeString(keys, options + Files.readString(folder.resolve("client.pub")));
        Path settings = folder.resolve("settings-" + port);
        Files.writeString(settings, """
                ListenAddress 127.0.0.1:%d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                """.formatted(port, folder.resolve("host"), keys));
        servers.add(new ProcessBuilder(SERVER.toString(), "-D", "-f", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + port).toFile())
                .start());
        awaitPort(port);
        return port;
    }

    private void awaitPort(int port) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < until) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException notYet) {
                assertThat(servers.get(servers.size() - 1).isAlive())
                        .as(Files.readString(folder.resolve("log-" + port)))
                        .isTrue();
                Thread.onSpinWait();
            }
        }
        throw new IOException("no server");
    }

    @Test
    void machines_are_collected_over_real_connections() throws Exception {
        int plain = serve("");
        int banner = serve("command=\"echo Welcome to the machine; sh -c \\\"$SSH_ORIGINAL_COMMAND\\\"\" ");
        String ssh = "ssh -F none -i " + folder.resolve("client")
                + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=" + folder.resolve("known");
        int closed = serve("");
        servers.get(2).destroyForcibly().waitFor();
        Result result = new CommandRun()
                .with("DRIFT_SSH", ssh)
                .run(
                        "collect",
                        "ssh:127.0.0.1:" + plain,
                        "ssh:127.0.0.1:" + banner,
                        "ssh:127.0.0.1:" + closed,
                        "--only",
                        "os-release,hostname,users");
        assertThat(result.err())
                .startsWith("drift: 127.0.0.1:" + closed + ": ssh: connect to host 127.0.0.1 port " + closed)
                .contains("Connection refused");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.lines()).hasSize(2);
        assertThat(result.lines().get(0)).isEqualTo(result.lines().get(1)).contains("\"users\":[");
    }
}

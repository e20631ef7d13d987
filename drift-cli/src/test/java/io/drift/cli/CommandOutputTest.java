package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CommandOutputTest {

    /**
     * A process whose standard error is read only when whoever runs it has nothing left to do but wait for that, as
     * happens on a busy machine.
     */
    private static final class SlowlyRead extends Process {

        private final Process process;
        private final Thread runner = Thread.currentThread();
        private volatile boolean isBeingEnded;

        SlowlyRead(Process process) {
            this.process = process;
        }

        @Override
        public Stream<ProcessHandle> descendants() {
            isBeingEnded = true;
            return process.descendants();
        }

        @Override
        public InputStream getErrorStream() {
            return new FilterInputStream(process.getErrorStream()) {
                @Override
                public int read(byte[] bytes, int from, int most) throws IOException {
                    while (!isBeingEnded || runner.getState() != Thread.State.TIMED_WAITING) {
                        Thread.onSpinWait();
                    }
                    return super.read(bytes, from, most);
                }
            };
        }

        @Override
        public InputStream getInputStream() {
            return process.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() {
            return process.getOutputStream();
        }

        @Override
        public ProcessHandle toHandle() {
            return process.toHandle();
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public boolean waitFor(long time, TimeUnit unit) throws InterruptedException {
            return process.waitFor(time, unit);
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }

        @Override
        public Process destroyForcibly() {
            return process.destroyForcibly();
        }
    }

    @Test
    @Timeout(30)
    void what_a_process_said_before_it_ended_is_read_however_late() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "sh is not installed");
        CommandOutput output = CommandOutput.of(
                (command, variable, value) -> new SlowlyRead(ProcessStarter.SYSTEM.start(command, variable, value)),
                List.of("/bin/sh", "-c", "echo no route >&2; exit 255"),
                new byte[0],
                Duration.ofSeconds(20));
        assertThat(output.err()).isEqualTo("no route\n");
        assertThat(output.code()).isEqualTo(255);
        assertThat(output.isLate()).isFalse();
    }

    @Test
    @Timeout(30)
    void of_much_that_a_process_said_the_end_is_known_and_it_did_not_have_to_wait() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "sh is not installed");
        CommandOutput output = CommandOutput.of(
                ProcessStarter.SYSTEM,
                List.of("/bin/sh", "-c", "yes debug | head -c 300000 >&2; echo no route >&2; exit 255"),
                new byte[0],
                Duration.ofSeconds(20));
        assertThat(output.err()).hasSize(64 * 1024).endsWith("debug\nno route\n");
        assertThat(output.code()).isEqualTo(255);
        assertThat(output.isLate()).isFalse();
    }
}

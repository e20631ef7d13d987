package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {

    @TempDir
    private Path folder;

    /** Named as ssh names the connection that it keeps, and no longer a child when its parent has ended. */
    private ProcessHandle startKept(ProcessTree[] tree) throws Exception {
        Path number = folder.resolve("number");
        String kept = "echo $$ >" + number + ".new; mv " + number + ".new " + number
                + "; exec -a 'ssh: /tmp/x [mux]' sleep 600";
        tree[0] = ProcessTree.start(
                ProcessStarter.SYSTEM,
                List.of("bash", "-c", "(setsid bash -c \"$0\" &); until [ -e \"$1\" ]; do :; done", kept, "" + number));
        tree[0].root().waitFor();
        return ProcessHandle.of(Long.parseLong(Files.readString(number).strip()))
                .orElseThrow();
    }

    @Test
    void a_connection_that_is_kept_for_the_next_call_stays_until_everything_ends() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
        assumeTrue(Files.exists(Path.of("/proc/self/environ")), "there is no /proc");
        ProcessTree[] tree = new ProcessTree[1];
        ProcessHandle kept = startKept(tree);
        tree[0].endButKeptConnection();
        assertThat(kept.isAlive()).isTrue();
        tree[0].end();
        kept.onExit().get(10, TimeUnit.SECONDS);
        assertThat(kept.isAlive()).isFalse();
    }
}

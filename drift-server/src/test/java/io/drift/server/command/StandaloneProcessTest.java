package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.command.ProgramRun.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may reach the server of its own, and what it is told. */
@Timeout(90)
class StandaloneProcessTest {

    @Test
    void nobody_else_may_reach_it() {
        Result open = new ProgramRun().run("standalone", "--bind", "0.0.0.0");
        assertThat(open.code()).isEqualTo(2);
        assertThat(open.err())
                .startsWith("drift: --bind 0.0.0.0 is not a loopback address")
                .hasLineCount(1);
    }

    @Test
    void a_policy_counts_here_too_so_a_wrong_one_is_refused(@TempDir Path folder) {
        Result wrong = new ProgramRun()
                .with("DRIFT_POLICY", folder.resolve("none.yaml").toString())
                .run(
                        "standalone",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("DRIFT_POLICY=").contains("none.yaml").hasLineCount(1);
    }
}

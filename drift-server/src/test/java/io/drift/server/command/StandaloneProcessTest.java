package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.command.ProgramRun.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may reach the server of its own. */
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
}

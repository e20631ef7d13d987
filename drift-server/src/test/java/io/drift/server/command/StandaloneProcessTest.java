package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.DriftProcess;
import io.drift.server.command.ProgramRun.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may reach the server of its own, and what the platform's one loads of it. */
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
    void the_platform_loads_nothing_of_databases() throws Exception {
        try (DriftProcess platform = DriftProcess.Start.PLAIN
                .withOptions("-Xlog:class+load:stdout")
                .withEnvironment(Map.of("INVENTORY_SVC_URL", "http://127.0.0.1:9", "ENABLE_RBAC", "False", "PORT", "0"))
                .run("serve")) {
            List<String> loaded = platform.linesUpTo("Drift listens on");
            assertThat(loaded).anyMatch(one -> one.contains(" io.drift.server.DriftService "));
            // picocli's converters name classes of java.sql; nobody loads a driver or a store
            assertThat(loaded)
                    .noneMatch(one -> one.contains(" org.sqlite.")
                            || one.contains(" io.drift.jdbc.")
                            || one.contains(" io.drift.server.demo.")
                            || one.contains(" io.drift.server.standalone."));
        }
    }
}

package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.command.ProgramRun.Result;
import org.junit.jupiter.api.Test;

class DriftCommandTest {

    private final ProgramRun drift = new ProgramRun();

    @Test
    void helps() {
        Result help = drift.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: drift").contains("compare", "serve", "settings");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void tells_its_version_with_every_command() {
        assertThat(drift.run("--version").out().strip()).isEqualTo("drift development");
        assertThat(drift.run("compare", "--version").out().strip()).isEqualTo("drift development");
        assertThat(drift.run("serve", "--version").out().strip()).isEqualTo("drift development");
        assertThat(drift.run("settings", "--version").out().strip()).isEqualTo("drift development");
    }

    @Test
    void starts_the_server_without_a_command() {
        Result unset = drift.run();
        assertThat(unset.code()).isEqualTo(2);
        assertThat(unset.err()).contains("INVENTORY_SVC_URL");
        assertThat(unset).isEqualTo(drift.run("serve"));
    }
}

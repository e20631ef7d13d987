package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private final CommandRun drift = new CommandRun();

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown"})
    void pages_show_groups_and_no_other_view(String format) {
        String[] files = {CommandRun.sample("web-1.json"), CommandRun.sample("web-2.json")};
        String page = drift.compare(files[0], files[1], "--format", format).out();
        assertThat(page).contains("sshd").doesNotContain("os\\_release");
        assertThat(drift.compare(files[0], files[1], "--format", format, "--view", "groups", "--only-different")
                        .out())
                .isEqualTo(page);
        assertThat(drift.compare(files[0], files[1], "--format", format, "--view", "outliers")
                        .err())
                .contains("--format " + format + " has no --view outliers");
    }
}

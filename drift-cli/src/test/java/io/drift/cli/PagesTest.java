package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private final CommandRun drift = new CommandRun();

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown"})
    void pages_show_groups_whether_they_are_asked_for_or_not(String format) {
        String[] files = {CommandRun.sample("web-1.json"), CommandRun.sample("web-2.json")};
        String page = drift.compare(files[0], files[1], "--format", format).out();
        assertThat(page).contains("sshd").doesNotContain("os\\_release");
        assertThat(drift.compare(files[0], files[1], "--format", format, "--view", "groups", "--only-different")
                        .out())
                .isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown"})
    void pages_show_which_machine_is_odd_and_which_are_the_same(String format) {
        String[] files = {CommandRun.sample("web-1.json"), CommandRun.sample("web-2.json")};
        assertThat(drift.compare(files[0], files[1], "--format", format, "--view", "outliers")
                        .out())
                .contains("No outliers: there are 2 machines");
        assertThat(drift.compare(files[0], files[1], "--format", format, "--view", "clusters")
                        .out())
                .contains("installed", "fingerprint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outliers", "clusters", "groups"})
    void pages_of_all_views_tell_what_is_new(String view, @TempDir Path folder) throws IOException {
        String[] files = {CommandRun.sample("web-1.json"), CommandRun.sample("web-2.json")};
        Path known = folder.resolve("known.json");
        Files.writeString(
                known, drift.compare(files[0], files[1], "--format", "json").out());
        for (String format : List.of("html", "markdown")) {
            assertThat(drift.compare(
                                    files[0], files[1], "--format", format, "--view", view, "--known", known.toString())
                            .out())
                    .contains("Since the earlier report", "known, 0 resolved");
        }
    }
}

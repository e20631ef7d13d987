package io.drift.cli;

import static io.drift.cli.CommandRun.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTableTest {

    private static final String WEB_1 = sample("web-1.json");
    private static final String WEB_2 = sample("web-2.json");
    private static final String WEB_3 = sample("web-3.json");
    private static final String RED = "\u001b[31m";

    @TempDir
    Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static CommandRun wide(int width) {
        return new CommandRun().on(false, width);
    }

    @Test
    void shows_what_differs_at_a_glance() {
        assertThat(wide(100).compare(WEB_1, WEB_3, "--only-different").out()).isEqualTo("""
                                                  web-1                         web-3
                                                  system                        system
                                                  RHEL 9.4                      RHEL 9.4
                                                  2024-10-21 03:14              2024-10-21 02:58

                        installed_packages  DIFFERENT  (4 of 86 differ)
                          ! kernel                5.14.0-427.40.1.el9_4.x86_64  5.14.0-427.37.1.el9_4.x86_64, +1 in all
                          ! kernel-core           5.14.0-427.40.1.el9_4.x86_64  5.14.0-427.37.1.el9_4.x86_64, +1 in all
                          ! kernel-modules        5.14.0-427.40.1.el9_4.x86_64  5.14.0-427.37.1.el9_4.x86_64, +1 in all
                          ! kernel-modules-core   5.14.0-427.40.1.el9_4.x86_64  5.14.0-427.37.1.el9_4.x86_64, +1 in all

                        network_interfaces  DIFFERENT  (1 of 12 differs)
                          ! eth0.mtu              1500                          9000

                        facts  DIFFERENT  (2 of 21 differ)
                          ! selinux_current_mode  enforcing                     permissive
                          ! tuned_profile         virtual-guest                 throughput-performance

                        ! different   +n in all: values that every column has
                        2 systems: 7 of 321 facts differ. Left out: 4 facts that change by themselves; --all shows them.
                        """);
    }

    @Test
    void groups_stand_before_single_facts() {
        List<String> headings = wide(120).compare(WEB_1, WEB_2).lines().stream()
                .filter(line -> line.matches("[a-z_]+  (same|DIFFERENT|INCOMPLETE)  .*"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertThat(headings).startsWith("cpu_flags", "disk_devices").endsWith("yum_repos", "facts");
    }

    @Test
    void everything_is_shown_unless_only_differences_are_asked_for() {
        Result all = wide(120).compare(WEB_1, WEB_2);
        assertThat(all.line("cpu_flags")).isEqualTo("cpu_flags  same  (28)");
        assertThat(all.line("= selinux_current_mode")).contains("enforcing");
        assertThat(all.line("= same")).isEqualTo("= same   ! different   ↓ older than the newest");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 57, 80, 100, 120, 200})
    void no_line_is_wider_than_the_terminal(int width) {
        Result result = wide(width)
                .compare(WEB_1, WEB_2, WEB_3, sample("db-1.json"), sample("ubuntu-1.json"), "--view", "cells");
        assertThat(result.out().lines().filter(line -> line.startsWith(" ")))
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width));
    }

    @Test
    void no_line_ends_with_blanks() {
        assertThat(wide(120)
                        .compare(WEB_1, WEB_2, "--baseline", sample("baselines/web-server.json"))
                        .lines())
                .noneMatch(line -> line.endsWith(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells", "groups"})
    void equal_cells_that_differ_are_explained(String view) throws IOException {
        String one = file("one.json", "{\"fqdn\": \"web.example.com\", \"arch\": \"x86_64\"}");
        String other = file("other.json", "{\"fqdn\": \"web.example.com\", \"arch\": \"s390x\"}");
        assertThat(wide(100).compare(one, other, "--view", view).line("! different"))
                .isEqualTo("! different   ! with equal cells: each machine should have its own");
    }

    @Test
    void more_columns_than_fit_stand_below_each_other() {
        Result result = wide(60).compare(WEB_1, WEB_2, WEB_3, sample("db-1.json"), "--only-different");
        assertThat(result.out()).contains("columns 1-2 of 4\n", "columns 3-4 of 4\n");
    }

    @Test
    void a_file_has_room_for_all_columns() {
        Result result = wide(Terminal.UNLIMITED)
                .compare(WEB_1, WEB_2, WEB_3, sample("db-1.json"), sample("db-2.json"), "--view", "cells");
        assertThat(result.lines().get(0)).contains("db-1", "db-2", "web-1", "web-2", "web-3");
        assertThat(result.out()).doesNotContain("columns 1");
    }

    @Test
    void the_width_can_be_told() {
        Result result = wide(200).compare(WEB_1, WEB_2, "--width", "60");
        assertThat(result.lines().stream().filter(line -> line.startsWith(" ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        assertThat(wide(200).compare(WEB_1, WEB_2, "--width", "39"))
                .isEqualTo(new Result(2, "", "drift: --width 39 is too narrow for a table: give 40 or more\n"));
    }

    @Test
    void a_date_that_does_not_fit_loses_its_time() {
        Result result = wide(80).compare(WEB_1, WEB_3, sample("db-2.json"), "--only-different");
        assertThat(result.lines().get(3).strip().split(" +")).containsExactly("2024-09-30", "2024-10-21", "2024-10-21");
    }

    @Test
    void the_operating_system_stands_above_each_column_that_tells_it() throws IOException {
        String silent = file("silent.json", "{\"arch\": \"x86_64\"}");
        assertThat(wide(120).compare(WEB_1, silent).lines().get(2).strip()).isEqualTo("RHEL 9.4");
        assertThat(wide(120)
                        .compare(silent, file("other.json", "{\"arch\": \"x86_64\"}"))
                        .lines())
                .element(2)
                .isEqualTo("");
    }

    @Test
    void a_value_that_is_cut_shows_where_it_differs() throws IOException {
        String start = "{\"cpu_model\": \"a very long beginning that all of them have in common, and then ";
        String one = file("one.json", start + "ONE\"}");
        String two = file("two.json", start + "TWO\"}");
        assertThat(wide(50).compare(one, two, "--only-different").line("! cpu_model"))
                .contains("ONE")
                .contains("TWO");
    }

    @Test
    void values_cannot_break_the_terminal() throws IOException {
        String evil =
                file("evil.json", "{\"arch\": \"\\u001b]0;owned\\u0007\\r\\n\", \"kernel_modules\": [\"\\u001b[2J\"]}");
        Result result = wide(100).compare(evil, WEB_1);
        assertThat(result.out()).doesNotContain("\u001b", "\u0007", "\r").contains("\\u{1b}[2J");
        assertThat(result.line("! arch")).contains("\\u{1b}]0;owned\\u{7}\\r\\n");
    }

    @Test
    void names_of_systems_cannot_break_it_either() throws IOException {
        String evil = file(
                "evil.json",
                "{\"id\": \"1\", \"display_name\": \"\\u001b[31mred\", \"system_profile\": {\"arch\": \"x\"}}");
        assertThat(wide(80).compare(evil, WEB_1).lines().get(0)).contains("\\u{1b}[31mred");
    }

    @Test
    void tells_of_what_is_stale_and_of_what_was_hidden() throws IOException {
        String hidden = file("hidden.json", "{\"fqdn\": \"host7.example.com\"}");
        String other = file("other.json", "{\"fqdn\": \"a.example.com\"}");
        assertThat(wide(80).compare(sample("db-2.json"), WEB_1).lines().get(1)).contains("system, stale");
        Result result = wide(80).compare(hidden, other);
        assertThat(result.line("x fqdn")).contains("host7.example.com");
        assertThat(result.out()).contains("x incomplete: hidden before upload", "0 of", "1 is incomplete");
    }

    @Nested
    class Colours {

        private final CommandRun terminal = new CommandRun().on(true, 120);

        @Test
        void show_on_a_terminal_what_is_not_like_the_others() {
            assertThat(terminal.compare(WEB_1, WEB_2, WEB_3, "--only-different")
                            .line(RED + "  ! \u001b[0mtuned_profile"))
                    .contains("  virtual-guest  ")
                    .contains(RED + "throughput-performance");
        }

        @Test
        void show_what_is_not_like_the_reference() {
            assertThat(terminal.compare(WEB_1, WEB_2, WEB_3, "--reference", "web-3", "--only-different")
                            .line(RED + "  ! \u001b[0mtuned_profile"))
                    .contains(RED + "virtual-guest")
                    .doesNotContain(RED + "throughput-performance");
        }

        @Test
        void keep_what_is_the_same_quiet() {
            assertThat(terminal.compare(WEB_1, WEB_2).out()).contains("\u001b[2mx86_64");
        }

        @Test
        void are_used_where_they_are_asked_for() {
            assertThat(wide(120).compare(WEB_1, WEB_2, "--color", "always").out())
                    .contains("\u001b");
            assertThat(terminal.compare(WEB_1, WEB_2, "--color=never").out()).doesNotContain("\u001b");
            assertThat(terminal.compare(WEB_1, WEB_2, "--color=Auto").out()).contains("\u001b");
            assertThat(terminal.compare(WEB_1, WEB_2, "--color=red").err())
                    .contains("--color", "'red' is none of auto, always and never");
        }

        @Test
        void are_not_used_in_files() {
            assertThat(wide(120).compare(WEB_1, WEB_2).out()).doesNotContain("\u001b");
        }

        @Test
        void are_not_used_where_nobody_wants_them() {
            assertThat(terminal.with("NO_COLOR", "1").compare(WEB_1, WEB_2).out())
                    .doesNotContain("\u001b");
        }

        @Test
        void are_used_where_NO_COLOR_is_empty() {
            assertThat(terminal.with("NO_COLOR", "").compare(WEB_1, WEB_2).out())
                    .contains("\u001b");
        }

        @Test
        void are_not_used_on_a_dumb_terminal() {
            assertThat(terminal.with("TERM", "dumb").compare(WEB_1, WEB_2).out())
                    .doesNotContain("\u001b");
        }

        @Test
        void do_not_change_the_text() {
            String coloured = terminal.compare(WEB_1, WEB_2).out().replaceAll("\u001b\\[[0-9]+m", "");
            assertThat(coloured).isEqualTo(wide(120).compare(WEB_1, WEB_2).out());
        }
    }
}

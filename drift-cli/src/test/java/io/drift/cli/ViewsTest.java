package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {

    @TempDir
    Path folder;

    /** Machines that are alike, but for one that has an older package, and one that lacks it. */
    private String[] fleet(int size, String... options) throws IOException {
        List<String> words = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            String version = number == 2 ? "3.0.7-27.el9" : "3.0.7-28.el9";
            String openssl = number == 4 ? "" : ", \"openssl-0:" + version + ".x86_64\"";
            String profile =
                    "{\"arch\": \"x86_64\", \"installed_packages\": [\"bash-0:5.1.8-9.el9.x86_64\"" + openssl + "]}";
            Path file = folder.resolve(String.format("web-%02d.json", number));
            words.add(Files.writeString(file, profile).toString());
        }
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    private static CommandRun wide(int width) {
        return new CommandRun().on(false, width);
    }

    @Test
    void five_columns_are_shown_as_groups() throws IOException {
        assertThat(wide(100).compare(fleet(5, "--only-different")).out()).isEqualTo("""
                        installed_packages  DIFFERENT  (1 of 2 differs)
                          ! openssl  3 have 3.0.7-28.el9.x86_64 · 3.0.7-27.el9.x86_64: web-02.json · missing: web-04.json

                        ! different
                        5 systems: 1 of 3 facts differs.
                        """);
    }

    @Test
    void groups_have_only_the_facts_that_are_chosen_and_a_view_of_machines_refuses_to_choose() throws IOException {
        assertThat(wide(100).compare(fleet(5, "--only", "older")).out())
                .contains("! openssl", "Shown: 1 fact (--only older).")
                .doesNotContain("arch");
        Result refused = wide(100).compare(fleet(5, "--only", "older", "--view", "outliers"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--only chooses facts of the cells");
    }

    @ParameterizedTest
    @CsvSource({"table,groups", "html,groups", "markdown,outliers", "json,cells"})
    void all_names_are_refused_where_they_would_change_nothing(String format, String view) throws IOException {
        Result refused = wide(100).compare(fleet(5, "--format", format, "--view", view, "--names", "all"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--names all is for --format json with --view groups, outliers or clusters");
    }

    @Test
    void four_columns_stand_side_by_side() throws IOException {
        assertThat(wide(200).compare(fleet(4)).lines().get(0)).contains("web-00.json", "web-03.json");
        assertThat(wide(200).compare(fleet(4, "--view", "groups")).line("! openssl"))
                .startsWith("  ! openssl  3 have ");
        assertThat(wide(200).compare(fleet(5, "--view", "cells")).lines().get(0))
                .contains("web-04.json");
    }

    @Test
    void json_and_csv_stay_cells() throws IOException {
        assertThat(wide(100).compare(fleet(6, "--format", "json")).out()).startsWith("{\"facts\":[");
        assertThat(wide(100).compare(fleet(6, "--format", "csv")).lines().get(0))
                .startsWith("name,state,web-00");
        assertThat(wide(100)
                        .compare(fleet(6, "--format", "csv", "--view", "cells"))
                        .lines()
                        .get(0))
                .startsWith("name,state,web-00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "outliers", "clusters"})
    void csv_has_cells_only(String view) throws IOException {
        Result result = wide(100).compare(fleet(2, "--format", "csv", "--view", view));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("--format csv has no --view " + view);
    }

    @Test
    void a_view_that_does_not_exist_is_refused() throws IOException {
        assertThat(wide(100).compare(fleet(2, "--view", "odd")).err())
                .contains("there is no view 'odd'; choose cells, groups, outliers or clusters");
    }

    @ParameterizedTest
    @CsvSource({"40,groups", "57,groups", "80,groups", "80,outliers", "80,clusters", "100,outliers"})
    void no_line_is_wider_than_the_terminal(int width, String view) throws IOException {
        assertThat(wide(width).compare(fleet(30, "--view", view)).lines())
                .filteredOn(line -> !line.matches("30 systems: .*|[a-z_]+  (same|DIFFERENT)  .*"))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width));
    }

    @Test
    void the_odd_machines_come_first_with_their_reasons() throws IOException {
        Result result = wide(100).compare(fleet(30, "--view", "outliers"));
        assertThat(result.lines().get(0)).startsWith("30 machines, all peers of each other");
        assertThat(result.lines().get(1)).endsWith("web-02.json  openssl 3.0.7-27.el9.x86_64 not 3.0.7-28.el9.x86_64");
        assertThat(result.lines().get(2)).endsWith("web-04.json  openssl missing");
        assertThat(result.lines().get(3))
                .isEqualTo("28 are as their peers; --verbose shows all, with all their reasons");
        assertThat(result.code()).isEqualTo(1);
    }

    /** 200 machines with noise; every twentieth from the fifth on, nine in all, has three causes that nothing else has. */
    private String[] noisyFleet(String... options) throws IOException {
        Random random = new Random(1);
        List<String> words = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            int odd = isOdd(number) ? number / 20 : -1;
            List<String> packages = new ArrayList<>();
            List<String> services = new ArrayList<>();
            for (int one = 0; one < 150; one++) {
                if (random.nextInt(100) < 97) {
                    packages.add(
                            "noisy" + one + (random.nextInt(100) < 8 ? "-0:1.3-1.el9.x86_64" : "-0:1.2-1.el9.x86_64"));
                }
            }
            for (int one = 0; one < 20; one++) {
                if (one != odd) {
                    packages.add("lib" + one + "-0:2.1-1.el9.x86_64");
                    services.add("unit" + one);
                }
                packages.add("core" + one + "-0:2." + (one == odd ? 0 : 1) + "-1.el9.x86_64");
            }
            String profile = "{\"arch\": \"x86_64\", \"installed_packages\": [" + quoted(packages)
                    + "], \"enabled_services\": [" + quoted(services) + "]}";
            Path file = folder.resolve(String.format("web-%03d.json", number));
            words.add(Files.writeString(file, profile).toString());
        }
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    private static boolean isOdd(int number) {
        return number % 20 == 5 && number < 180;
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
    }

    @Test
    void nine_odd_machines_of_two_hundred_lead_on_one_screen_with_their_three_causes() throws IOException {
        List<String> lines = wide(100).compare(noisyFleet("--view", "outliers")).lines();
        assertThat(lines)
                .hasSizeLessThanOrEqualTo(40)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(lines).anyMatch(line -> line.equals("170 more; --verbose shows all, with all their reasons"));
        for (int odd = 0; odd < 9; odd++) {
            String machine = String.format("web-%03d.json", 20 * odd + 5);
            String line = lines.stream()
                    .filter(one -> one.contains(machine))
                    .findFirst()
                    .orElseThrow();
            assertThat(lines.indexOf(line)).as(line).isBetween(1, 9);
            assertThat(line).contains("core" + odd + " ", "lib" + odd + " ", "unit" + odd + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "clusters"})
    void a_name_of_ten_thousand_characters_leaves_room_for_the_others(String view) throws IOException {
        List<String> words = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            Path file = folder.resolve("web-" + number + ".json");
            String name = number == 0 ? "n".repeat(10_000) : "web-" + number;
            String profile = "{\"id\": \"00000000-0000-0000-0000-00000000000" + number + "\", \"display_name\": \""
                    + name + "\", \"system_profile\": {\"kernel_modules\": [\"" + (number < 2 ? "nfs" : "xfs")
                    + "\"]}}";
            words.add(Files.writeString(file, profile).toString());
        }
        words.addAll(List.of("--view", view));
        assertThat(wide(100).compare(words.toArray(String[]::new)).lines())
                .anyMatch(line -> line.contains("nnn…nnn") && line.contains("web-1"))
                .allMatch(line -> line.codePointCount(0, line.length()) <= 100);
    }

    @Test
    void the_reason_why_there_are_no_outliers_fits_into_the_terminal() throws IOException {
        List<String> lines = wide(60).compare(fleet(19, "--view", "outliers")).lines();
        assertThat(lines).allMatch(line -> line.length() <= 60);
        assertThat(String.join(" ", lines))
                .startsWith("no outliers: there are 19 machines: outliers are ranked among 20 or more,");
    }

    /** Where names have no room, a number tells more than that there is more. */
    @Test
    void values_of_many_are_counted_before_values_of_few_are_left_out() throws IOException {
        List<String> words = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            String version = number < 30 ? "16.8-9.el9" : number < 58 ? "16.8-9.el9_1" : "16.8-10.el9";
            Path file = folder.resolve(String.format("database-%02d.json", number));
            String profile = "{\"installed_packages\": [\"barman-0:" + version + ".x86_64\"]}";
            words.add(Files.writeString(file, profile).toString());
        }
        String[] files = words.toArray(String[]::new);
        assertThat(wide(140).compare(files).line("! barman"))
                .isEqualTo("  ! barman  30 have 16.8-9.el9.x86_64 · 16.8-9.el9_1.x86_64: 28 columns"
                        + " · 16.8-10.el9.x86_64: database-58.json, database-59.json");
        assertThat(wide(110).compare(files).line("! barman"))
                .endsWith("16.8-9.el9_1.x86_64: 28 columns · 16.8-10.el9.x86_64: 2 columns");
        assertThat(wide(80).compare(files).line("! barman")).endsWith("28 columns · 1 more");
    }

    @Test
    void all_reasons_are_told_as_sentences() throws IOException {
        assertThat(wide(100)
                        .compare(fleet(200, "--view", "outliers", "--verbose"))
                        .out())
                .contains("installed_packages.openssl is absent; 198 of the 200 machines of its group have"
                        + " 3.0.7-28.el9.x86_64; no other of the 200 deviates so");
    }

    @Test
    void too_few_machines_have_no_outliers() throws IOException {
        Result result = wide(100).compare(fleet(19, "--view", "outliers"));
        assertThat(result.lines().get(0)).startsWith("no outliers: there are 19 machines");
    }

    @Test
    void clusters_name_what_is_the_same() throws IOException {
        Result result = wide(100).compare(fleet(6, "--view", "clusters"));
        assertThat(result.lines().get(0)).isEqualTo("installed_packages  3 kinds");
        assertThat(result.lines().get(1))
                .matches(" +4  sha256:[0-9a-f]{12}  web-00.json, web-01.json, web-03.json, web-05.json");
    }
}

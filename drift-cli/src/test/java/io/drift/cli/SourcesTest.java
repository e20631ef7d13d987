package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of other tools are columns like any others. */
class SourcesTest {

    private static final String BEFORE = "bash-0:5.1.8-6.el9.x86_64\nopenssl-1:3.0.7-27.el9.x86_64\n";
    private static final String AFTER = "bash-0:5.1.8-9.el9.x86_64\nopenssl-1:3.0.7-27.el9.x86_64\n";

    @TempDir
    Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void lists_of_packages_are_compared() throws IOException {
        Result result = new CommandRun().compare(file("before.txt", BEFORE), file("after.txt", AFTER));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("before.txt", "after.txt").endsWith("2 systems: 1 of 2 facts differs.\n");
    }

    @Test
    void what_a_list_cannot_tell_is_no_difference_and_nobody_says_that_it_is_the_same() throws IOException {
        Result result = new CommandRun()
                .compare(
                        file("short.txt", "bash\t5.2.15-2\ntar\t1.34-1\n"),
                        file(
                                "long.txt",
                                "bash\t5.2.15-2\tamd64\tinstall ok installed\n"
                                        + "tar\t1.35-1\tamd64\tinstall ok installed\n"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.line("! tar")).containsSubsequence("1.35-1", "1.34-1");
        assertThat(result.lines()).noneMatch(line -> line.startsWith("! bash"));
        assertThat(result.err()).contains("architectures");
        assertThat(result.out()).contains("Not looked at: 1 fact in short.txt");
    }

    @Test
    void a_list_comes_through_standard_input() throws IOException {
        Result result = new CommandRun().reading(BEFORE).compare("-", file("after.txt", AFTER));
        assertThat(result.out()).endsWith("2 systems: 1 of 2 facts differs.\n");
    }

    @Test
    void what_could_not_be_read_is_named_and_counted() throws IOException {
        Result result = new CommandRun()
                .compare(file("one.txt", BEFORE.repeat(3) + "\tno package\n"), file("two.txt", BEFORE.repeat(3)));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualToIgnoringNewLines(
                        "drift: " + folder.resolve("one.txt") + ": line 7 is no package and was left out");
        assertThat(result.out()).contains("nothing differs in 2 facts; 1 part could not be compared");
    }

    @Test
    void a_format_can_be_forced() throws IOException {
        String noise = "one\ntwo\nthree\n";
        String before = file("before.txt", noise + BEFORE);
        String after = file("after.txt", noise + AFTER);
        assertThat(new CommandRun().compare(before, after).err()).contains("not JSON, it begins with", "dpkg-l");
        assertThat(new CommandRun().compare(before, after, "--as", "rpm").out()).contains("1 of 2 facts differs");
    }

    @Test
    void json_is_read_as_json_whatever_the_others_are() throws IOException {
        String profile = file("profile.json", "{\"installed_packages\": [\"bash-0:5.1.8-9.el9.x86_64\"]}");
        Result result = new CommandRun().compare(profile, file("after.txt", AFTER), "--as", "rpm");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void a_format_that_is_not_there_is_named_with_those_that_are() throws IOException {
        Result result = new CommandRun().compare(file("a.txt", BEFORE), "--as", "rmp");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("there is no format of files 'rmp'; choose ", "rpm", "dpkg-query");
    }

    @Test
    void hosts_of_ansible_are_columns_with_their_names() throws IOException {
        String host = "%s | SUCCESS => {\"ansible_facts\": {\"ansible_architecture\": \"%s\"}, \"changed\": false}\n";
        String facts = file(
                "facts.txt",
                host.formatted("web-1", "x86_64") + host.formatted("web-2", "aarch64")
                        + "web-3 | UNREACHABLE!: no route\n");
        Result result = new CommandRun().compare(facts, "--format", "csv");
        assertThat(result.lines().get(0)).isEqualTo("name,state,web-1,web-2");
        assertThat(result.out()).contains("arch,DIFFERENT,x86_64,aarch64");
        assertThat(result.err()).contains("web-3 has no facts: its result is UNREACHABLE");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void documents_of_yaml_are_columns() throws IOException {
        Result result = new CommandRun().compare(file("two.yaml", "a: {b: 1}\n---\na: {b: 2}\n"));
        assertThat(result.out()).contains("2 systems: 1 of 1 fact").contains("differs");
        assertThat(new CommandRun()
                        .compare(file("bad.yaml", "a: [1\nb: 2\n"), "two.yaml")
                        .err())
                .contains("bad.yaml: it is broken YAML in line 2");
    }

    @Test
    void the_folder_of_an_archive_is_one_machine() throws IOException {
        Path report = folder.resolve("sosreport-web-1");
        Files.createDirectories(report.resolve("sos_commands/kernel"));
        Files.createDirectories(report.resolve("sos_reports"));
        Files.writeString(report.resolve("sos_reports/manifest.json"), "{}");
        Files.writeString(
                report.resolve("sos_commands/kernel/uname_-a"),
                "Linux web-1 6.1.0-18-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1 (2024-02-01) x86_64 GNU/Linux\n");
        String profile = file("profile.json", "{\"arch\": \"x86_64\", \"kernel_release\": \"6.1.0-17-amd64\"}");
        Result result = new CommandRun().compare(report.toString(), profile, "--format", "csv");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("name,state,profile.json,web-1")
                .contains("arch,SAME,x86_64,x86_64")
                .contains("kernel_release,DIFFERENT,6.1.0-17-amd64,6.1.0-18-amd64");
    }

    @Test
    void an_archive_of_something_else_is_refused_with_a_reason() throws IOException {
        Path empty = Files.write(folder.resolve("empty.tar"), new byte[10_240]);
        assertThat(new CommandRun()
                        .compare(empty.toString(), file("a.txt", BEFORE))
                        .err())
                .contains("empty.tar: ");
    }
}

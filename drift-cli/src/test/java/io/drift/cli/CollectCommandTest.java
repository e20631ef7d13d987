package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drift.cli.CommandRun.Result;
import io.drift.collector.CollectScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private StubSsh ssh;

    @BeforeEach
    void begin() throws IOException {
        ssh = StubSsh.in(Files.createDirectory(folder.resolve("stub")));
    }

    private Result collect(String... words) {
        return new CommandRun()
                .with("DRIFT_SSH", ssh.program())
                .run(Stream.concat(Stream.of("collect"), Arrays.stream(words)).toArray(String[]::new));
    }

    @Test
    void a_machine_becomes_a_document() throws IOException {
        Result result = collect("ssh:admin@web-1:2222", "--tag", "ops/stage=production=1");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        JsonNode host = JSON.readTree(result.out());
        assertThat(host.path("display_name").asText()).isEqualTo("web-1");
        assertThat(host.path("updated").asText()).isEqualTo("2024-11-01T12:00:00Z");
        assertThat(host.path("tags"))
                .hasToString("[{\"namespace\":\"ops\",\"key\":\"stage\",\"value\":\"production=1\"}]");
        assertThat(host.path("system_profile").path("os_release").asText()).isEqualTo("12");
        assertThat(host.path("looked_at").path("only").toString())
                .contains("\"os_release\"")
                .doesNotContain("sysctl");
        assertThat(ssh.calls())
                .containsExactly("-T -o BatchMode=yes -o ConnectTimeout=15 -p 2222 -- admin@web-1 sh -s --");
        assertThat(ssh.gotScript("web-1")).isTrue();
    }

    @Test
    void several_machines_are_a_line_each_in_the_order_given() throws IOException {
        Result result = collect("ssh:slow-1", "ssh:web-1", "ssh:web-2");
        assertThat(result.code()).isZero();
        assertThat(result.lines()).hasSize(3);
        assertThat(result.lines().get(0)).contains("\"display_name\":\"slow-1\"");
        assertThat(result.lines().get(2)).contains("\"display_name\":\"web-2\"");
        Path lines = Files.writeString(folder.resolve("all.json"), result.out());
        Result compared = new CommandRun().compare(lines.toString());
        assertThat(compared.err()).isEmpty();
        assertThat(compared.out()).contains("slow-1", "web-1", "web-2").contains("os_release");
    }

    /** What they sleep is most of it, so that a busy machine does not matter. */
    @Test
    void twenty_machines_take_no_longer_than_a_few() {
        Duration one = time("ssh:slow-0");
        Duration twenty =
                time(IntStream.range(0, 20).mapToObj(i -> "ssh:slow-" + i).toArray(String[]::new));
        assertThat(twenty).isLessThan(one.multipliedBy(3));
    }

    private Duration time(String... hosts) {
        long begin = System.nanoTime();
        assertThat(collect(hosts).code()).isZero();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void what_fails_is_named_and_the_rest_is_there_and_no_process_is_left() throws IOException {
        Result result = collect(
                "ssh:hang", "ssh:refuse", "ssh:banner", "ssh:nothing", "ssh:mute", "ssh:web-1", "--timeout", "3");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.lines()).hasSize(2);
        assertThat(result.out()).contains("\"display_name\":\"banner\"", "\"display_name\":\"web-1\"");
        assertThat(result.err().lines())
                .containsExactly(
                        "drift: hang: did not answer within 3 s and was given up",
                        "drift: refuse: ssh: connect to host refuse port 22: Connection refused",
                        "drift: nothing: this is no collection: it has no line that begins with \"drift-collection 1\";"
                                + " 'drift collect --raw' prints one",
                        "drift: mute: this collection tells nothing of a machine: its sections are empty, or what they ask"
                                + " for failed or was denied");
        assertThat(ssh.processesLeft()).isEmpty();
    }

    @Test
    void what_went_away_from_a_machine_that_hangs_ends_with_it() throws IOException {
        Result result = collect("ssh:detach", "--timeout", "3");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("drift: detach: did not answer within 3 s and was given up\n");
        assertThat(ssh.processesLeft()).isEmpty();
    }

    @Test
    void a_collection_ends_with_its_last_line_whoever_holds_its_streams() throws IOException {
        Result result = collect("ssh:holds", "--timeout", "60");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\"display_name\" : \"holds\"");
        assertThat(ssh.processesLeft()).isEmpty();
    }

    @Test
    void when_the_time_for_all_is_over_those_left_are_named() throws IOException {
        String[] hosts = Stream.concat(
                        IntStream.range(0, 20).mapToObj(i -> "ssh:hang"), Stream.of("ssh:web-1", "--timeout-all", "2"))
                .toArray(String[]::new);
        Result result = collect(hosts);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(21);
        assertThat(result.err()).contains("web-1: ");
        assertThat(ssh.processesLeft()).isEmpty();
    }

    @Test
    void a_machine_that_breaks_off_is_told_as_far_as_it_goes() throws IOException {
        Result result = collect("ssh:cut");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("drift: cut: the end of the collection is missing: it stops after 2 sections;"
                        + " what should follow was not looked at\n");
        assertThat(JSON.readTree(result.out()).path("system_profile").has("os_release"))
                .isFalse();
    }

    @Test
    void a_clock_that_is_wrong_is_named() {
        Result result = collect("ssh:late");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEqualTo("drift: late: its clock is 507706 minutes behind this one\n");
    }

    @Test
    void files_are_named_after_machines() throws IOException {
        Path before = folder.resolve("before");
        Result result = collect("ssh:web-1", "ssh:other@web-1", "ssh:web-2", "-o", before.toString());
        assertThat(result.code()).isZero();
        assertThat(result.lines())
                .containsExactly(before + "/web-1.json", before + "/web-1-2.json", before + "/web-2.json");
        try (Stream<Path> files = Files.list(before)) {
            assertThat(files).hasSize(3);
        }
        assertThat(new CommandRun().compare(before.toString()).code()).isIn(0, 1);
    }

    @Test
    void raw_is_what_the_machine_printed() throws IOException {
        Result result = collect("ssh:web-1", "--raw");
        assertThat(result.out()).startsWith("drift-collection 1 ").endsWith(" complete 3\n");
        collect("ssh:web-1", "--raw", "-o", folder.resolve("raw").toString());
        assertThat(Files.readString(folder.resolve("raw/web-1.collection"))).isEqualTo(result.out());
    }

    @Test
    void a_folder_of_what_machines_printed_is_compared() throws IOException {
        String raw = folder.resolve("raw").toString();
        collect("ssh:web-1", "ssh:web-2", "--raw", "-o", raw);
        Result result = new CommandRun().compare(raw);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("web-1", "web-2", "2 systems");
        Files.writeString(folder.resolve("raw/notes"), "");
        assertThat(new CommandRun().compare(raw).err())
                .isEqualTo("drift: " + raw
                        + ": 2 of 3 entries are *.json and *.collection files; the others are left out\n");
    }

    @Test
    void the_script_is_printed_for_whoever_carries_it() {
        assertThat(collect("--script").out()).isEqualTo(new String(CollectScript.text(), StandardCharsets.UTF_8));
    }

    @Test
    void this_machine_and_one_by_ssh_are_the_same() throws IOException {
        Result result = collect("here", "ssh:real", "--only", "os-release,users,hostname");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.lines()).hasSize(2);
        assertThat(JSON.readTree(result.lines().get(0)))
                .isEqualTo(JSON.readTree(result.lines().get(1)));
        assertThat(JSON.readTree(result.lines().get(0)).path("system_profile").path("users"))
                .isNotEmpty();
        assertThat(ssh.calls().get(0)).endsWith("sh -s -- --only os-release,users,hostname");
    }

    @Test
    void a_program_that_is_not_there_is_named() {
        Result result = new CommandRun().with("DRIFT_SSH", "/nowhere/ssh -v").run("collect", "ssh:web-1");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("drift: web-1: /nowhere/ssh cannot be started: is it installed and in the PATH?\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "web-1                  | 'web-1' is no machine to collect from: write ssh:web-1 for another machine",
                "ssh:-oProxyCommand=x   | 'ssh:-oProxyCommand=x' is no machine",
                "--only=shadow          | there is no section 'shadow': choose from machine-id,",
                "--without=x            | there is no section 'x'",
                "--tag=stage            | a tag is NAMESPACE/KEY=VALUE",
                "--timeout=0            | a time-out is a number of seconds from 1 to 86400",
                "--timeout=soon         | --timeout: 'soon' is no whole number, or is too large (see 'drift collect --help')",
            })
    void what_cannot_be_meant_is_refused_before_anything_is_asked(String word, String why) {
        Result result = collect("ssh:web-1", word);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(why);
        assertThat(folder.resolve("stub/calls")).doesNotExist();
    }

    @Test
    void raw_of_several_needs_a_folder_and_a_folder_is_no_file() throws IOException {
        assertThat(collect("ssh:web-1", "ssh:web-2", "--raw").err()).contains("--raw of several machines needs -o DIR");
        assertThat(collect("ssh:web-1", "--raw", "--tag", "ops/stage=test").err())
                .contains("leave --tag or --raw out");
        Path file = Files.writeString(folder.resolve("file"), "");
        Result result = collect("ssh:web-1", "-o", file.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("is a file: name a folder");
        assertThat(List.of(Files.readString(file))).containsExactly("");
    }
}

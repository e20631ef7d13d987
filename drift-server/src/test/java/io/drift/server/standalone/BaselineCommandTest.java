package io.drift.server.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.cli.DriftCommandLine;
import io.drift.cli.Shell;
import io.drift.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

/** {@code drift baseline} with a server of its own. */
class BaselineCommandTest {

    private static final Path SAMPLES = Path.of("..", "samples");

    @TempDir
    Path folder;

    private StandaloneDrift drift;
    private String out = "";
    private String err = "";

    @BeforeEach
    void start() throws IOException {
        drift = new StandaloneDrift(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        drift.close();
    }

    private void upload(String sample) throws IOException {
        byte[] host = Files.readAllBytes(SAMPLES.resolve(sample));
        assertThat(drift.upload("application/json", host).statusCode()).isLessThan(300);
    }

    @Command(name = "drift")
    private static final class Root implements Callable<Integer> {

        @Override
        public Integer call() {
            return 0;
        }
    }

    private int run(String... words) {
        ByteArrayOutputStream standard = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Shell shell = new Shell(
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(standard, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                () -> new Terminal(false, Terminal.UNLIMITED));
        int code = DriftCommandLine.of(shell, new Root())
                .withBaseline(Clock.systemUTC())
                .withCompare(Clock.systemUTC(), List.of())
                .execute(words);
        out = standard.toString(StandardCharsets.UTF_8);
        err = error.toString(StandardCharsets.UTF_8);
        return code;
    }

    private int baseline(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "baseline";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--server";
        all[words.length + 2] = "http://" + drift.host();
        return run(all);
    }

    @Test
    void a_baseline_of_a_system_is_listed_shown_exported_and_compared_from_its_file() throws IOException {
        upload("web-1.json");

        assertThat(baseline("create", "golden", "web-1")).as(err).isZero();
        assertThat(out.strip()).hasSize(36);
        assertThat(baseline("list")).isZero();
        assertThat(out.lines().toList().get(1)).startsWith("golden").contains(" 0  ");
        assertThat(baseline("show", "golden")).isZero();
        assertThat(out).containsPattern("(?m)^arch +x86_64$");
        assertThat(baseline("export", "golden")).isZero();
        Path file = Files.writeString(folder.resolve("golden.json"), out);
        assertThat(run("compare", SAMPLES.resolve("web-1.json").toString(), "--baseline", file.toString()))
                .as(out + err)
                .isZero();
        assertThat(run("compare", SAMPLES.resolve("web-2.json").toString(), "--baseline", file.toString()))
                .isEqualTo(1);
        assertThat(baseline("create", "again", file.toString())).as(err).isZero();
        assertThat(baseline("show", "golden")).isZero();
        String shown = out;
        assertThat(baseline("show", "again")).isZero();
        assertThat(out).isEqualTo(shown);
    }

    @Test
    void a_baseline_is_made_of_another_one_of_the_past_of_a_file_and_of_nothing() throws IOException {
        for (String day : List.of("01", "02")) {
            String host = "{\"fqdn\":\"web\",\"system_profile\":{\"os_release\":\"" + day
                    + "\",\"captured_date\":\"2026-01-" + day + "T00:00:00+00:00\"}}";
            drift.upload("application/json", host.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(baseline("create", "before", "web@previous")).as(err).isZero();
        assertThat(baseline("create", "copy & more", "baseline:before")).as(err).isZero();
        assertThat(baseline("create", "local", SAMPLES.resolve("web-2.json").toString()))
                .as(err)
                .isZero();
        assertThat(baseline("create", "empty")).as(err).isZero();

        assertThat(baseline("show", "copy & more")).isZero();
        assertThat(out).containsPattern("(?m)^os_release +01$");
        assertThat(baseline("show", "local")).isZero();
        assertThat(out).contains("x86_64");
        assertThat(baseline("show", "empty")).isZero();
        assertThat(out).isEmpty();
    }

    @Test
    void a_baseline_is_deleted_by_its_name_and_no_other_is() throws IOException {
        baseline("create", "golden");
        baseline("create", "golden too");

        assertThat(baseline("delete", "golden")).as(err).isZero();
        assertThat(out + err).isEmpty();
        assertThat(baseline("list", "--format", "json")).isZero();
        assertThat(new ObjectMapper().readTree(out).findValuesAsText("name")).containsExactly("golden too");
        assertThat(baseline("delete", "golden")).isEqualTo(2);
        assertThat(err).contains("there is no baseline golden on the server");
        assertThat(baseline("delete")).isEqualTo(2);
        assertThat(err).contains("delete needs the name of a baseline behind it");
    }

    @Test
    void a_list_is_aligned_for_people_and_has_the_same_members_as_json() throws IOException {
        assertThat(baseline("list", "--format", "json")).as(err).isZero();
        assertThat(out).isEqualTo("[]\n");
        baseline("create", "a baseline with a long name");
        baseline("create", "b");

        assertThat(baseline("list", "--format", "table")).as(err).isZero();
        List<String> lines = out.lines().toList();
        assertThat(lines).extracting(line -> line.substring(0, 4)).containsExactly("NAME", "a ba", "b   ");
        assertThat(lines)
                .extracting(
                        line -> line.substring(lines.get(0).indexOf("FACTS")).split(" ")[0])
                .containsExactly("FACTS", "0", "0");
        assertThat(baseline("list", "--format", "JSON")).as(err).isZero();
        JsonNode all = new ObjectMapper().readTree(out);
        assertThat(all.findValuesAsText("name")).containsExactly("a baseline with a long name", "b");
        assertThat(all.path(0).properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("name", "id", "updated", "facts", "systems");
        assertThat(all.at("/0/facts").isInt()).isTrue();
    }

    @Test
    void a_local_fact_that_does_not_fit_is_left_out_and_named() throws IOException {
        Path file = Files.writeString(
                folder.resolve("web.json"), "{\"fqdn\":\"web\",\"system_profile\":{\"os_release\":\" 9\"}}");

        assertThat(baseline("create", "golden", file.toString())).isZero();
        assertThat(err).contains("left out: os_release: ");
    }

    @Test
    void of_many_facts_that_are_left_out_ten_are_named() throws IOException {
        String sysctl = IntStream.range(0, 12)
                .mapToObj(number -> "\"kernel.odd" + number + "\":\" padded\"")
                .collect(Collectors.joining(","));
        Path file = Files.writeString(
                folder.resolve("web.json"), "{\"fqdn\":\"web\",\"system_profile\":{\"sysctl\":{" + sysctl + "}}}");

        assertThat(baseline("create", "golden", file.toString())).isZero();
        assertThat(err.lines().filter(line -> line.contains("left out: "))).hasSize(10);
        assertThat(err).contains("and 2 more facts were left out");
    }

    @Test
    void what_cannot_be_done_is_said_and_nothing_is_made() throws IOException {
        upload("web-1.json");
        baseline("create", "golden");
        String[][] wrong = {
            {"create", "golden", "web-1", "A baseline with this name already exists."},
            {"create", "x", "nobody", "there is no system nobody on the server"},
            {"create", "x", "baseline:nothing", "there is no baseline nothing on the server"},
            {"create", "x", "no.json", "no.json"},
            {"show", "nothing", "there is no baseline nothing on the server"},
            {"export", "nothing", "there is no baseline nothing on the server"},
            {"create", "create needs the name"},
            {"list", "x", "list takes no name"},
            {"show", "golden", "golden", "show takes one name"},
            {"list", "--format", "csv", "a list has no format 'csv'; choose table or json"},
            {"show", "golden", "--format", "json", "only list has a --format"},
            {"drop", "golden", "give create, show, list, export or delete"},
        };

        for (String[] one : wrong) {
            String[] words = Arrays.copyOf(one, one.length - 1);
            assertThat(baseline(words)).isEqualTo(2);
            assertThat(err).contains(one[one.length - 1]);
        }
        assertThat(run("baseline", "list")).isEqualTo(2);
        assertThat(err).contains("--server");
        assertThat(drift.get("/api/system-baseline/v1/baselines").path("data").findValuesAsText("display_name"))
                .containsExactly("golden");
    }
}

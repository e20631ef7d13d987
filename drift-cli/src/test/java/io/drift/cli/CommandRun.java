package io.drift.cli;

import io.drift.core.report.ReportCsv;
import io.drift.json.ReportJson;
import io.drift.json.page.ReportHtml;
import io.drift.json.page.ReportMarkdown;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Runs the command line with streams in memory. */
final class CommandRun {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-11-01T12:00:00Z"), ZoneOffset.UTC);
    /** What a summary says of the samples, of which each has a boot time and three processes that come and go. */
    static final String PASSING = " Left out: 4 facts that change by themselves; --all shows them.\n";

    private static final Path SAMPLES = Path.of("..", "samples");

    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private Terminal terminal = new Terminal(false, Terminal.UNLIMITED);

    /** What came out. */
    record Result(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        /** The first line that begins with a text, blanks aside. */
        String line(String start) {
            return lines().stream()
                    .filter(line -> line.strip().startsWith(start))
                    .findFirst()
                    .orElse("no line begins with " + start + " in\n" + out);
        }
    }

    static String sample(String name) {
        return SAMPLES.resolve(name).toString();
    }

    CommandRun on(boolean interactive, int width) {
        terminal = new Terminal(interactive, width);
        return this;
    }

    CommandRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandRun reading(String text) {
        input = text;
        return this;
    }

    static DriftCommandLine commandLine(Shell shell) {
        return DriftCommandLine.of(shell, new Root())
                .withCompare(CLOCK, List.of(new ReportJson(), new ReportCsv(), new ReportHtml(), new ReportMarkdown()))
                .withDelta()
                .withBaseline(CLOCK)
                .withCollect(CLOCK)
                .withPolicy();
    }

    /** A program that does nothing without a subcommand. */
    @Command(name = "drift", mixinStandardHelpOptions = true)
    private static final class Root implements Callable<Integer> {

        @Override
        public Integer call() {
            return 0;
        }
    }

    Result compare(String... words) {
        return run(Stream.concat(Stream.of("compare"), Arrays.stream(words)).toArray(String[]::new));
    }

    Result run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> terminal);
        int code = commandLine(shell).execute(words);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

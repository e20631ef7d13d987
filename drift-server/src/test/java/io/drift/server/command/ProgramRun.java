package io.drift.server.command;

import io.drift.cli.Shell;
import io.drift.cli.Terminal;
import io.drift.core.report.ReportWriter;
import io.drift.server.ReportFormats;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the program with streams in memory. */
final class ProgramRun {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-11-01T12:00:00Z"), ZoneOffset.UTC);

    private final Map<String, String> environment = new HashMap<>();

    private List<ReportWriter> formats = ReportFormats.BY_NAME;

    /** What came out. */
    record Result(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        /** The first line that begins with a text. */
        String line(String start) {
            return lines().stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElse("no line begins with " + start + " in\n" + out);
        }
    }

    ProgramRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    ProgramRun with(List<ReportWriter> offered) {
        formats = offered;
        return this;
    }

    Result run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = DriftCommand.commandLine(shell(out, err), CLOCK, formats).execute(words);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static String manualPage() {
        Shell unused = new ProgramRun().shell(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        return DriftCommand.commandLine(unused, CLOCK, ReportFormats.BY_NAME).manualPage();
    }

    private Shell shell(OutputStream out, OutputStream err) {
        return new Shell(
                environment,
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> new Terminal(false, Terminal.UNLIMITED));
    }
}

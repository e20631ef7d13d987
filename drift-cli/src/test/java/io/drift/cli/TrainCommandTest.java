package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.report.ReportWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainCommandTest {

    private final CommandRun drift = new CommandRun();

    @Test
    void compares_and_prints_nothing() {
        assertThat(drift.run("train")).isEqualTo(new Result(0, "", ""));
        assertThat(drift.on(true, 80).run("train")).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void is_hidden_from_the_help() {
        assertThat(drift.run("--help").out()).contains("compare").doesNotContain("train");
    }

    @Test
    void fails_if_a_comparison_does_so_that_no_archive_is_made_of_it() {
        Shell shell = new Shell(
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                () -> new Terminal(false, Terminal.UNLIMITED));
        TrainCommand broken = new TrainCommand(shell, CommandRun.CLOCK, List.of(new BrokenFormat()));
        assertThat(DriftCommandLine.of(shell, broken).execute()).isEqualTo(2);
    }

    private static final class BrokenFormat implements ReportWriter {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public void write(ComparisonReport report, OutputStream out) throws IOException {
            throw new IOException("broken");
        }
    }
}

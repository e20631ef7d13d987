package io.drift.collector;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Runs {@code collect.sh} in a real shell. */
final class ShellRun {

    static final Path SCRIPT = Path.of("src", "main", "resources", "io", "drift", "collector", "collect.sh");

    private ShellRun() {}

    /** What was printed; what went wrong, and the exit code. */
    record Printed(byte[] out, String err, int code) {}

    /** A shell and its words, such as {@code busybox ash}; the test is skipped where there is none. */
    static Printed run(String shell, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(shell.split(" ")));
        assumeTrue(isInstalled(command.get(0)), command.get(0) + " is not installed");
        command.addAll(List.of("-s", "--"));
        command.addAll(Arrays.asList(arguments));
        return start(command, SCRIPT);
    }

    static Printed start(List<String> command, Path input) throws IOException, InterruptedException {
        Path err = Files.createTempFile("drift", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectError(err.toFile())
                    .start();
            try (InputStream out = process.getInputStream()) {
                byte[] printed = out.readAllBytes();
                return new Printed(printed, Files.readString(err), process.waitFor());
            }
        } finally {
            Files.delete(err);
        }
    }

    static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

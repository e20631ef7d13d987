package io.drift.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs of this jar in processes of their own, which know nothing of what ran before. */
final class JavaProcess {

    private JavaProcess() {}

    /** The java command that this process runs with. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Runs a program to its end.
     *
     * @param options what the JVM is told
     * @param program what to run
     * @param arguments what the program is told
     * @return the lines that it printed; empty if it failed
     */
    static Optional<List<String>> run(List<String> options, Class<?> program, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            List<String> lines = out.lines().toList();
            return process.waitFor() == 0 ? Optional.of(lines) : Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}

package io.drift.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * The services around the server, as a process that answers from memory.
 *
 * @param port where they listen
 * @param process ends when this is closed
 */
record Services(int port, Process process) implements AutoCloseable {

    /**
     * Starts them.
     *
     * @param java the java command
     * @param systems how many systems they know
     * @param faultsPercent how many of a hundred calls fail
     */
    static Services start(String java, int systems, int faultsPercent) throws IOException {
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryServices.class.getName(),
                        Integer.toString(systems),
                        Integer.toString(faultsPercent))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        return new Services(Integer.parseInt(out.readLine()), process);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

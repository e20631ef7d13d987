package io.drift.cli;

import java.io.IOException;
import java.util.List;

/** Starts a process whose three streams are pipes. */
@FunctionalInterface
interface ProcessStarter {

    /** That of the system. */
    ProcessStarter SYSTEM = command -> new ProcessBuilder(command).start();

    /**
     * Starts it.
     *
     * @param command the program and its arguments
     * @throws IOException if there is no such program, or it cannot be started
     */
    Process start(List<String> command) throws IOException;
}

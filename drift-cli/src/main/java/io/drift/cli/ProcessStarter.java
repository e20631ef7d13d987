package io.drift.cli;

import java.io.IOException;
import java.util.List;

/** Starts a process whose three streams are pipes. */
@FunctionalInterface
interface ProcessStarter {

    /** That of the system. */
    ProcessStarter SYSTEM = (command, variable, value) -> {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(variable, value);
        return builder.start();
    };

    /**
     * Starts it.
     *
     * @param command the program and its arguments
     * @param variable a variable of its environment, beside those of this process
     * @param value of the variable
     * @throws IOException if there is no such program, or it cannot be started
     */
    Process start(List<String> command, String variable, String value) throws IOException;
}

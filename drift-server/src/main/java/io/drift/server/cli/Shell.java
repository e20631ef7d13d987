package io.drift.server.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a command sees of the process it runs in.
 *
 * @param environment its variables
 * @param in standard input
 * @param out standard output, UTF-8; the report and nothing else
 * @param err standard error, UTF-8; what is wrong
 * @param terminal looks what standard output is; asked only by who prints a table
 */
public record Shell(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Supplier<Terminal> terminal) {

    /** Copies the environment. */
    public Shell {
        environment = Map.copyOf(environment);
    }

    /**
     * Says what is wrong, in one line.
     *
     * @param message any text; control characters in it, which may come from a file, are shown as escapes
     */
    void complain(String message) {
        err.println("drift: " + CellText.printable(message));
    }

    /** Whether a table may be coloured: on a terminal that can, and unless NO_COLOR is set to something. */
    boolean isColoured(Terminal standardOutput) {
        return standardOutput.interactive()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}

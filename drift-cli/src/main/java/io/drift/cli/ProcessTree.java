package io.drift.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A process with all that it started. What went away from its parent has no trace of it but the mark, a variable of its
 * environment, which Linux tells.
 *
 * @param root the process
 * @param mark the variable and its value, which nothing else has
 */
record ProcessTree(Process root, String mark) {

    private static final String MARK = "DRIFT_COLLECTION";
    /** How ssh names the connection that it keeps for the next call, if its user wants that. */
    private static final String KEPT_CONNECTION = "[mux]";
    /** What starts others meanwhile is found again. */
    private static final int ROUNDS = 5;

    static ProcessTree start(ProcessStarter starter, List<String> command) throws IOException {
        String value = UUID.randomUUID().toString();
        return new ProcessTree(starter.start(command, MARK, value), MARK + "=" + value);
    }

    /** Ends everything. */
    void end() {
        end(true);
    }

    /** Ends everything but a connection that is meant to stay. */
    void endButKeptConnection() {
        end(false);
    }

    /** By its handle: a {@link Process} that is destroyed loses what it printed and nobody has read yet, even if it had ended. */
    private void end(boolean everything) {
        root.descendants().forEach(ProcessHandle::destroyForcibly);
        root.toHandle().destroyForcibly();
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> marked = marked(everything);
            if (marked.isEmpty()) {
                return;
            }
            marked.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private List<ProcessHandle> marked(boolean everything) {
        return ProcessHandle.allProcesses()
                .filter(process -> text(process, "environ").contains(mark + "\0"))
                .filter(process -> everything || !text(process, "cmdline").contains(KEPT_CONNECTION))
                .toList();
    }

    /** Empty if it belongs to somebody else, has ended, or there is no such file on this system. */
    private static String text(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException unknown) {
            return "";
        }
    }
}

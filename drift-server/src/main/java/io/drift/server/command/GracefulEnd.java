package io.drift.server.command;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when it is told to (SIGTERM, SIGINT): what is in flight is finished, then the exit code is 0. Left to
 * itself, a JVM would end with 128 and the number of the signal, as if it had failed.
 */
final class GracefulEnd {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulEnd.class);

    private GracefulEnd() {}

    /** From now on something is closed when the process is told to end. */
    static void closing(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "drift-end"));
    }

    private static void end(AutoCloseable server) {
        int code = 0;
        try {
            server.close();
            LOG.info("Drift has stopped");
        } catch (Exception unforeseen) {
            LOG.error("Drift could not stop as it should", unforeseen);
            code = 1;
        }
        Runtime.getRuntime().halt(code);
    }
}

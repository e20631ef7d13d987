package io.drift.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A stream of the process, UTF-8. What is printed to it never fails; a report is written to {@link #direct}, which does,
 * so that nobody goes on writing when nobody reads any more.
 */
final class ProcessOutput extends PrintStream {

    private static final int BUFFER = 64 * 1024;
    private static final int FILE_TYPE = 0170000;
    private static final Set<Integer> PIPE_OR_SOCKET = Set.of(0010000, 0140000);

    private final OutputStream direct;

    private ProcessOutput(OutputStream buffered, boolean flushLines) {
        super(buffered, flushLines, StandardCharsets.UTF_8);
        this.direct = buffered;
    }

    static ProcessOutput of(OutputStream stream, boolean flushLines) {
        return new ProcessOutput(new BufferedOutputStream(stream, BUFFER), flushLines);
    }

    /** The same stream for who wants to know whether it fails. */
    OutputStream direct() {
        flush();
        return direct;
    }

    /**
     * Whether it fails because nobody reads it any more, as with {@code | head}: nothing else can be wrong with a pipe,
     * whatever the message says in the language of the system.
     */
    static boolean isStandardOutputPipe() {
        try {
            Object mode = Files.getAttribute(Path.of("/dev/stdout"), "unix:mode");
            return mode instanceof Integer bits && PIPE_OR_SOCKET.contains(bits & FILE_TYPE);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}

package io.drift.cli;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream of the process, UTF-8. What is printed to it never fails; a report is written to {@link #direct}, which does,
 * so that nobody goes on writing when nobody reads any more.
 */
final class ProcessOutput extends PrintStream {

    private static final int BUFFER = 64 * 1024;

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
}

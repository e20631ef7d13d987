package io.drift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** What kind of file the standard output of this process is, without asking another process. */
final class StandardOutput {

    private static final Path PATH = Path.of("/dev/fd/1");
    private static final int KIND = 0xF000;
    private static final int CHARACTER_DEVICE = 0x2000;
    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xC000;

    private StandardOutput() {}

    /** Whether it may be a terminal, as a file, a pipe and a socket cannot; true where nothing tells. */
    static boolean mayBeTerminal() {
        return kind().orElse(CHARACTER_DEVICE) == CHARACTER_DEVICE;
    }

    /** Whether somebody else reads it, who may stop; false where nothing tells. */
    static boolean isPipe() {
        int kind = kind().orElse(0);
        return kind == PIPE || kind == SOCKET;
    }

    private static OptionalInt kind() {
        try {
            return OptionalInt.of((int) Files.getAttribute(PATH, "unix:mode") & KIND);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException nothingTells) {
            return OptionalInt.empty();
        }
    }
}

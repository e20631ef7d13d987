package io.drift.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;

/** The fake platform as a program of its own. */
final class SampleServing {

    /** Kept in a field: a logger that is collected as garbage loses its level, and a new one would log every call. */
    private static final Logger SERVERS = Logger.getLogger(MockWebServer.class.getName());

    private final ToIntFunction<PlatformService> ports;
    private final PrintStream out;
    private final PrintStream err;

    SampleServing(ToIntFunction<PlatformService> ports, PrintStream out, PrintStream err) {
        this.ports = ports;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts serving, and leaves it to the threads of the servers.
     *
     * @return the platform that serves; null if it could not start: a line has said why
     */
    @Nullable
    FakePlatform start(List<String> args) {
        if (args.size() > 1 || args.stream().anyMatch(arg -> arg.startsWith("-"))) {
            err.println("usage: FakePlatform [FOLDER]   serves the JSON documents of a folder, or the samples");
            return null;
        }
        SERVERS.setLevel(Level.WARNING);
        try {
            Collection<PlatformDocument> documents =
                    args.isEmpty() ? SampleFiles.packed() : SampleFiles.in(Path.of(args.get(0)));
            FakePlatform platform = FakePlatform.start(ports).serve(documents);
            out.print(new PlatformGuide(platform, documents).text());
            return platform;
        } catch (IOException | UncheckedIOException cannotServe) {
            err.println(cannotServe.getMessage());
            return null;
        }
    }
}

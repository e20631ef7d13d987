package io.drift.cli;

import io.drift.core.profile.Reading;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that may ask a server. */
final class ServerOptions {

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "A server that knows systems and baselines by their names: Drift's own, or the platform's.")
    private @Nullable String server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "What the server is told of who asks: a token, or an identity of the platform (x-rh-identity).")
    private @Nullable String tokenFile;

    /**
     * The server.
     *
     * @param clock tells how old a profile is
     * @param reading how closely profiles are read
     * @return null if none was given
     * @throws CannotCompareException if the options do not fit together
     */
    @Nullable
    DocumentSource source(Clock clock, Reading reading) {
        if (server == null && tokenFile != null) {
            throw new CannotCompareException("--token-file needs a --server");
        }
        return server == null ? null : new ServerSource(ServerAccess.parse(server, tokenFile), clock, reading);
    }

    /**
     * The server, for a command that cannot do without one.
     *
     * @throws CannotCompareException if none was given
     */
    ServerAccess access() {
        if (server == null) {
            throw new CannotCompareException("give the --server that keeps the baselines");
        }
        return ServerAccess.parse(server, tokenFile);
    }
}

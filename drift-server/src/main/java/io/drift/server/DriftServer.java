package io.drift.server;

import io.drift.server.web.MethodAsSent;
import io.drift.server.web.RefusedHeads;
import io.drift.server.web.WebApi;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;

/** The HTTP server. It listens from the moment it exists until it is closed. */
public final class DriftServer implements AutoCloseable {

    /** A thousand ids fit into the head of a GET, and an identity header of 16 KiB beside them. */
    private static final int LARGEST_HEAD = 128 * 1024;

    private static final long LARGEST_BODY = 1024 * 1024;
    private static final int GZIP_LEVEL = 1;

    private final Javalin javalin;

    private DriftServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @param api what it answers
     * @param address the address of the interface to listen on
     * @param port the port, or 0 for any free one
     * @return the server, listening
     * @throws IOException if the port is in use, or the address is not one of this machine
     */
    public static DriftServer start(WebApi api, String address, int port) throws IOException {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.maxRequestSize = LARGEST_BODY;
            config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
            config.jetty.modifyHttpConfiguration(DriftServer::configure);
            config.jetty.modifyServer(server -> server.setErrorHandler(new RefusedHeads(LARGEST_HEAD)));
            api.register(config.routes);
        });
        try {
            javalin.start(address, port);
        } catch (JavalinBindException taken) {
            throw new IOException("cannot listen on " + address + ":" + port, taken);
        }
        return new DriftServer(javalin);
    }

    private static void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(LARGEST_HEAD);
        http.setSendServerVersion(false);
        // what the gateway in front may read in another way is refused
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.addCustomizer(new MethodAsSent());
        // paths are compared as they are, never resolved: an odd one is simply unknown
        http.setUriCompliance(UriCompliance.UNSAFE);
    }

    /**
     * The port it listens on.
     *
     * @return never 0
     */
    public int port() {
        return javalin.port();
    }

    /** Stops listening. */
    @Override
    public void close() {
        javalin.stop();
    }
}

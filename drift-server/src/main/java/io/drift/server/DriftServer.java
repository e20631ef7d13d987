package io.drift.server;

import io.drift.server.limits.AdmittedRequests;
import io.drift.server.limits.ArrivingBodies;
import io.drift.server.web.ManagementRoutes;
import io.drift.server.web.MethodAsSent;
import io.drift.server.web.RefusedHeads;
import io.drift.server.web.RequestTrail;
import io.drift.server.web.WebApi;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. It listens from the moment it exists until it is closed. */
public final class DriftServer implements AutoCloseable {

    /** A thousand ids fit into the head of a GET, and an identity header of 16 KiB beside them. */
    private static final int LARGEST_HEAD = 128 * 1024;

    private static final long LARGEST_BODY = WebApi.LARGEST_BODY;
    private static final int GZIP_LEVEL = 1;
    private static final int WAITING_CONNECTIONS = 1024;

    private static final long MOST_IDLE_MILLIS_AT_THE_END = 1000;
    private static final int IDLE_PART_OF_GRACE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(DriftServer.class);

    private final Javalin javalin;
    private final GracefulHandler inFlight;
    private final int port;

    private DriftServer(Javalin javalin, GracefulHandler inFlight) {
        this.javalin = javalin;
        this.inFlight = inFlight;
        this.port = javalin.port();
    }

    /**
     * Starts to listen.
     *
     * @param routes registers what it answers
     * @param address the address of the interface to listen on
     * @param port the port, or 0 for any free one
     * @param grace how long requests may still take once it is closed
     * @return the server, listening
     * @throws IOException if the port is in use, or the address is not one of this machine
     */
    public static DriftServer start(Consumer<RoutesConfig> routes, String address, int port, Duration grace)
            throws IOException {
        return start(routes, request -> false, address, port, grace);
    }

    /**
     * Starts to listen.
     *
     * @param routes registers what it answers
     * @param readsBody whether the body of a request is needed to answer it: then it is collected before
     * @param address the address of the interface to listen on
     * @param port the port, or 0 for any free one
     * @param grace how long requests may still take once it is closed
     * @return the server, listening
     * @throws IOException if the port is in use, or the address is not one of this machine
     */
    public static DriftServer start(
            Consumer<RoutesConfig> routes, Predicate<Request> readsBody, String address, int port, Duration grace)
            throws IOException {
        GracefulHandler inFlight = new GracefulHandler();
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = LARGEST_BODY;
            config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
            config.jetty.modifyHttpConfiguration(DriftServer::configure);
            config.jetty.modifyServer(server -> configure(server, readsBody, inFlight, grace));
            routes.accept(config.routes);
        });
        try {
            javalin.start(address, port);
        } catch (JavalinBindException taken) {
            throw new IOException("cannot listen on " + address + ":" + port, taken);
        }
        return new DriftServer(javalin, inFlight);
    }

    private static void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(LARGEST_HEAD);
        http.setSendServerVersion(false);
        // a request that the gateway in front might understand differently is refused
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.addCustomizer(new MethodAsSent());
        // paths are compared as they are, never resolved: an odd one is simply unknown
        http.setUriCompliance(UriCompliance.UNSAFE);
    }

    /**
     * The trail comes first, so that it also sees the requests that are refused because the server stops. With no time at
     * all, Jetty would not count the requests in flight.
     */
    private static void configure(
            Server server, Predicate<Request> readsBody, GracefulHandler inFlight, Duration grace) {
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                for (Connector connector : server.getConnectors()) {
                    if (connector instanceof ServerConnector listening) {
                        configure(listening, server.getStopTimeout());
                    }
                }
            }
        });
        server.setErrorHandler(new RefusedHeads(LARGEST_HEAD));
        server.setStopTimeout(Math.max(1, grace.toMillis()));
        server.insertHandler(RequestTrail.idInLog());
        server.insertHandler(new AdmittedRequests(server, ManagementRoutes::has));
        server.insertHandler(
                new ArrivingBodies(readsBody, LARGEST_BODY, Runtime.getRuntime().maxMemory()));
        server.insertHandler(inFlight);
        server.insertHandler(new RequestTrail());
    }

    /**
     * With the 50 connections of the JVM, a flood of them makes an honest client wait for seconds. A client that only keeps its
     * connection must not use up a short time of grace.
     */
    private static void configure(ServerConnector connector, long graceMillis) {
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.setShutdownIdleTimeout(idleMillisAtTheEnd(graceMillis));
    }

    /** How long a connection on which nothing happens is kept once the server is closed; 0 would be for ever. */
    static long idleMillisAtTheEnd(long graceMillis) {
        return Math.max(1, Math.min(MOST_IDLE_MILLIS_AT_THE_END, graceMillis / IDLE_PART_OF_GRACE));
    }

    /**
     * The port it listens on.
     *
     * @return never 0
     */
    public int port() {
        return port;
    }

    /** What it answers: method and template of the path, such as {@code GET /v1/hosts/{ids}}. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> route.endpoint.method.isHttpMethod())
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                .toList();
    }

    /** Stops listening, and waits until the requests in flight are answered, but no longer than the grace time. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException failure) {
            if (!(failure.getCause() instanceof TimeoutException)) {
                throw failure;
            }
            // the number is 0 if only idle connections were still open
            LOG.warn("the time of grace is over: {} requests were not answered", inFlight.getCurrentRequestCount());
        }
    }
}

package io.drift.server.web;

import io.drift.server.observability.DriftMetrics;
import io.drift.server.observability.Readiness;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Request;

/** {@code /mgmt/v0}: whether the server is alive, whether it wants requests, and its metrics. Needs no identity. */
public final class ManagementRoutes {

    static final String PATH = "/mgmt/v0";

    /** What all these paths begin with. */
    static final String PREFIX = "/mgmt/";

    private final DriftMetrics metrics;
    private final Readiness readiness;

    /**
     * Management of one server.
     *
     * @param metrics what it counts
     * @param readiness whether it wants requests
     */
    public ManagementRoutes(DriftMetrics metrics, Readiness readiness) {
        this.metrics = metrics;
        this.readiness = readiness;
    }

    /**
     * Whether a request is one of management: everything below {@code /mgmt/}, also what is unknown there.
     *
     * @param request its path counts as it was sent
     * @return true if it is answered at once
     */
    public static boolean has(Request request) {
        return request.getHttpURI().getPath().startsWith(PREFIX);
    }

    List<Route<?>> routes() {
        return List.of(
                Route.open(PATH + "/status", ManagementRoutes::alive),
                Route.open(PATH + "/ready", this::ready),
                Route.open(PATH + "/metrics", this::metrics));
    }

    private static void alive(Context request) {
        request.contentType("application/json").result("{\"status\":\"running\"}");
    }

    private void ready(Context request) {
        request.status(readiness.isReady() ? 200 : 503)
                .contentType("application/json")
                .result("{\"status\":\"" + readiness + "\"}");
    }

    private void metrics(Context request) throws IOException {
        request.contentType(DriftMetrics.CONTENT_TYPE);
        Writer out = new OutputStreamWriter(request.outputStream(), StandardCharsets.UTF_8);
        metrics.write(out);
        out.flush();
    }

    /**
     * Registers all of this, and the metrics under another path too, with a web server of its own.
     *
     * @param metricsPath where the metrics are expected, such as {@code /metrics}
     * @param config receives handlers
     */
    public void register(String metricsPath, RoutesConfig config) {
        List<Route<?>> routes = new ArrayList<>(routes());
        if (routes.stream().noneMatch(route -> route.path().equals(metricsPath))) {
            routes.add(Route.open(metricsPath, this::metrics));
        }
        WebApi.register(routes, Door.WITHOUT_GATE, config);
    }
}

package io.drift.server.web;

import io.drift.core.CompareSystems;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.report.ReportWriter;
import io.drift.server.observability.ReportMetrics;
import io.drift.server.security.RequestGate;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;

/** All paths that Drift answers, with what every request goes through. */
public final class WebApi {

    static final String HSTS = "max-age=63072000; includeSubDomains; preload";
    /** Every answer may be compressed, and a cache must not hand a compressed one to who cannot read it. */
    static final String VARY = "Accept-Encoding";

    private final List<Route> routes;
    private final RequestChecks checks;

    /**
     * The API over a use case.
     *
     * @param compareSystems compares
     * @param statistics tells the staff how much baselines are used
     * @param gate lets callers in
     * @param basePath what the paths of the API begin with, {@code /api/drift}
     * @param management what operators ask for
     * @param reports counts reports
     * @param formats in which a report can be asked for; who accepts several alike, or none, gets the first
     */
    public WebApi(
            CompareSystems compareSystems,
            BaselineStatistics statistics,
            RequestGate gate,
            String basePath,
            ManagementRoutes management,
            ReportMetrics reports,
            List<ReportWriter> formats) {
        routes = new ArrayList<>(management.routes());
        routes.add(new ComparisonRoutes(compareSystems, reports, formats).route(basePath));
        routes.add(VersionRoute.route(basePath));
        routes.add(new AdminRoutes(statistics).route(basePath));
        routes.addAll(OpenApiRoutes.routes(basePath));
        checks = new RequestChecks(routes, gate);
    }

    /** What it answers. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    /**
     * Registers everything with the web server.
     *
     * @param config receives handlers
     */
    public void register(RoutesConfig config) {
        config.before(request -> {
            setHeadersOfAllAnswers(request);
            checks.check(request);
        });
        for (Route route : routes) {
            for (String method : List.of("GET", "HEAD", "POST")) {
                if (route.answers(method)) {
                    config.addEndpoint(new Endpoint(handlerType(method), route.path(), route.handler()));
                }
            }
        }
        ErrorHandlers.register(config);
    }

    static void setHeadersOfAllAnswers(Context request) {
        request.header("Strict-Transport-Security", HSTS);
        request.header("Vary", VARY);
    }

    private static HandlerType handlerType(String method) {
        return switch (method) {
            case "GET" -> HandlerType.GET;
            case "HEAD" -> HandlerType.HEAD;
            default -> HandlerType.POST;
        };
    }
}

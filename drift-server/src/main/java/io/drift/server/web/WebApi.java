package io.drift.server.web;

import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.RequestContext;
import io.drift.core.report.ReportWriter;
import io.drift.registry.Registry;
import io.drift.server.baselines.CopiedProfiles;
import io.drift.server.limits.RequestLimits;
import io.drift.server.observability.ReportMetrics;
import io.drift.server.security.RequestGate;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** All paths that Drift answers, with what every request goes through. */
public final class WebApi {

    /** How many bytes the body of a request may have. */
    public static final long LARGEST_BODY = JsonBody.LARGEST;

    static final String HSTS = "max-age=63072000; includeSubDomains; preload";
    /** Every answer may be compressed, and a cache must not hand a compressed one to a client that cannot read it. */
    static final String VARY = "Accept-Encoding";

    private final List<Route<?>> routes;
    private final List<ApiDocument> documents;
    private final Door door;
    private final boolean forThisMachineOnly;

    /**
     * The API over a use case.
     *
     * @param comparisons compares, as closely as a request asks for
     * @param statistics tells the staff how much baselines are used
     * @param gate lets callers in; null if all programs of this machine may ask, and nobody else
     * @param basePath what the paths of the API begin with, {@code /api/drift}
     * @param management what operators ask for
     * @param reports times requests for reports, and counts those that fail
     * @param limits what one request may take
     * @param negotiated the formats in which {@code Accept} can ask for a report; who accepts several alike, or none, gets
     *     the first
     * @param named the formats that can be asked for by their names
     */
    public WebApi(
            ServedComparisons comparisons,
            BaselineStatistics statistics,
            @Nullable RequestGate gate,
            String basePath,
            ManagementRoutes management,
            ReportMetrics reports,
            RequestLimits limits,
            List<ReportWriter> negotiated,
            List<ReportWriter> named) {
        routes = new ArrayList<>(management.routes());
        routes.addAll(new ComparisonRoutes(comparisons, reports, limits, negotiated, named).routes(basePath));
        routes.add(Route.gated("GET", basePath + "/v1/version", RequestForm.ofNothing(), WebApi::answerVersion));
        routes.add(AdminRoutes.route(basePath, statistics));
        documents = ApiDocument.ofComparisons(basePath);
        door = new Door(gate, limits);
        forThisMachineOnly = gate == null;
    }

    private WebApi(List<Route<?>> routes, List<ApiDocument> documents, WebApi other) {
        this.routes = routes;
        this.documents = documents;
        this.door = other.door;
        this.forThisMachineOnly = other.forThisMachineOnly;
    }

    /**
     * The same with the systems and baselines that the server keeps itself.
     *
     * @param registry where they are
     * @param profiles what baselines can be made of
     * @return another API
     */
    public WebApi withOwnSystems(Registry registry, CopiedProfiles profiles) {
        List<Route<?>> more = new ArrayList<>(routes);
        more.addAll(new InventoryRoutes(registry).routes());
        more.addAll(new HistoryRoutes(registry).routes());
        more.addAll(new BaselineRoutes(registry.baselines(), profiles).routes());
        more.addAll(new BaselineSystemRoutes(registry.baselineSystems()).routes());
        more.addAll(new BaselineServiceRoutes(registry).routes());
        List<ApiDocument> described = new ArrayList<>(documents);
        described.addAll(ApiDocument.OF_OWN_SYSTEMS);
        return new WebApi(more, described, this);
    }

    /** The version of the API, that of the archived service. */
    private static void answerVersion(QueryParameters none, RequestContext context, Context request) {
        request.contentType("application/json").result("{\"version\":\"1.1.0\"}");
    }

    /** What it answers. */
    List<Route<?>> routes() {
        List<Route<?>> all = new ArrayList<>(routes);
        all.addAll(OpenApiRoutes.routes(documents, forThisMachineOnly));
        return all;
    }

    /**
     * Whether the body of a request is going to be read: if not, there is nothing to wait for, since it is refused, or has
     * none.
     *
     * @param request only its head has arrived
     * @return true if its method, path, query, content type and declared length are fine
     */
    public boolean readsBody(Request request) {
        return isRouteWithBody(request.getMethod(), request.getHttpURI().getPath()) && JsonBody.isExpected(request);
    }

    private boolean isRouteWithBody(String method, String path) {
        return routes.stream()
                .anyMatch(route -> route.form().hasBody() && route.method().equals(method) && route.isOf(path));
    }

    /**
     * Registers everything with the web server.
     *
     * @param config receives handlers
     */
    public void register(RoutesConfig config) {
        if (forThisMachineOnly) {
            config.before(LocalRequests::check);
        }
        register(routes(), door, forThisMachineOnly ? Signposts.to(documents) : Signposts.NONE, config);
    }

    static void register(List<Route<?>> routes, Door door, RoutesConfig config) {
        register(routes, door, Signposts.NONE, config);
    }

    private static void register(List<Route<?>> routes, Door door, Signposts signposts, RoutesConfig config) {
        config.before(WebApi::setHeadersOfAllAnswers);
        routes.forEach(route -> route.register(door, config));
        ErrorHandlers.register(door, signposts, config);
    }

    private static void setHeadersOfAllAnswers(Context request) {
        request.header("Strict-Transport-Security", HSTS);
        request.header("Vary", VARY);
    }
}

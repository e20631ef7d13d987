package io.drift.server.web;

import io.drift.core.access.Caller;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.server.security.RequestGate;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every request goes through, in the recorded order: the method, the query parameters, the body, then the gate.
 * For an unknown path the gate comes first, so that strangers cannot find out which paths there are.
 */
final class RequestChecks {

    private static final String IDENTITY = "x-rh-identity";
    private static final String SHARED_SECRET = "x-rh-drift-internal-api";
    private static final String CONTEXT = "drift.context";

    private final Map<String, Route> routes;
    private final RequestGate gate;

    RequestChecks(List<Route> routes, RequestGate gate) {
        this.routes = routes.stream().collect(Collectors.toMap(Route::path, Function.identity()));
        this.gate = gate;
    }

    /** Checks a request, before its handler sees it. */
    void check(Context request) {
        Route route = routeOf(request);
        if (route == null) {
            if (!request.path().startsWith(ManagementRoutes.PREFIX)) {
                admit(request);
            }
            throw Problem.notFound();
        }
        if (!route.answers(request.method().name())) {
            throw Problem.methodNotAllowed();
        }
        if (route.access() == Route.Access.GATED) {
            refuseUnknownParameters(route, request);
            QueryReader.checkForm(request);
            admit(request);
            QueryReader.checkContentType(request);
        }
    }

    /** A slash at the end makes no difference (Q25). */
    private @Nullable Route routeOf(Context request) {
        String path = request.path();
        Route route = routes.get(path);
        return route == null && path.endsWith("/") ? routes.get(path.substring(0, path.length() - 1)) : route;
    }

    private static void refuseUnknownParameters(Route route, Context request) {
        Set<String> known = request.method().name().equals("POST") ? Set.of() : route.parameters();
        List<String> unknown = new QueryParameters(request.queryString())
                .names().stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw Problem.badRequest("Extra query parameter(s) " + String.join(",", unknown) + " not in spec");
        }
    }

    private void admit(Context request) {
        Caller caller =
                gate.admit(only(IDENTITY, request), only(SHARED_SECRET, request), who -> contextOf(who, request));
        request.attribute(CONTEXT, contextOf(caller, request));
        RequestTrail.admitted(caller, request);
    }

    /** Different values of one header count as a list of them, which is neither an identity nor a secret. */
    private static @Nullable String only(String header, Context request) {
        Set<String> values = new LinkedHashSet<>(Collections.list(request.req().getHeaders(header)));
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private static RequestContext contextOf(Caller caller, Context request) {
        return new RequestContext(caller, RequestTrail.idOf(request), Instant.MAX, new Cancellation());
    }

    /** The context of a request that was admitted; null before. */
    static @Nullable RequestContext contextOf(Context request) {
        return request.attribute(CONTEXT);
    }
}

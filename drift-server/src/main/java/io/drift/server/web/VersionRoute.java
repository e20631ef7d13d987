package io.drift.server.web;

import java.util.Set;

/** {@code version}: the version of the API, that of the archived service. */
final class VersionRoute {

    private static final String ANSWER = "{\"version\":\"1.1.0\"}";

    private VersionRoute() {}

    static Route route(String basePath) {
        return new Route(
                basePath + "/v1/version",
                Set.of("GET"),
                Set.of(),
                Route.Access.GATED,
                request -> request.contentType("application/json").result(ANSWER));
    }
}

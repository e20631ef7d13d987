package io.drift.server.web;

import java.util.List;
import java.util.Set;

/** {@code /mgmt/v0}: whether the server is alive. Needs no identity. */
final class ManagementRoutes {

    private static final String RUNNING = "{\"status\":\"running\"}";

    private ManagementRoutes() {}

    static List<Route> routes() {
        return List.of(new Route(
                "/mgmt/v0/status",
                Set.of("GET"),
                Set.of(),
                Route.Access.OPEN,
                request -> request.contentType("application/json").result(RUNNING)));
    }
}

package io.drift.server.web;

import java.util.List;
import java.util.Set;

/** {@code /mgmt/v0}: whether the server is alive. Needs no identity. */
final class ManagementRoutes {

    static final String PATH = "/mgmt/v0";

    private static final String RUNNING = "{\"status\":\"running\"}";

    private ManagementRoutes() {}

    static List<Route> routes() {
        return List.of(new Route(
                PATH + "/status",
                Set.of("GET"),
                Set.of(),
                Route.Access.OPEN,
                request -> request.contentType("application/json").result(RUNNING)));
    }
}

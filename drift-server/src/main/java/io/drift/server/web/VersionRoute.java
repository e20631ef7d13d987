package io.drift.server.web;

/** {@code version}: the version of the API, that of the archived service. */
final class VersionRoute {

    private static final String ANSWER = "{\"version\":\"1.1.0\"}";

    private VersionRoute() {}

    static Route<?> route(String basePath) {
        return Route.gated(
                "GET",
                basePath + "/v1/version",
                RequestForm.ofNothing(),
                (asked, context, request) ->
                        request.contentType("application/json").result(ANSWER));
    }
}

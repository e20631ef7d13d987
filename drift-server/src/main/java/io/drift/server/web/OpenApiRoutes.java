package io.drift.server.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * The documents of the APIs, {@code openapi.json} beside what each describes, and a page that shows them to people.
 * Needs no identity.
 */
final class OpenApiRoutes {

    private OpenApiRoutes() {}

    /**
     * Routes to documents.
     *
     * @param documents the first one stands beside the page
     * @param withoutLogin whether all programs of this machine may ask
     */
    static List<Route<?>> routes(List<ApiDocument> documents, boolean withoutLogin) {
        Route<?> page = page(documents.get(0).path() + "/ui", ApiPage.of(documents));
        return Stream.concat(documents.stream().map(one -> route(one, withoutLogin)), Stream.of(page))
                .toList();
    }

    private static Route<?> route(ApiDocument document, boolean withoutLogin) {
        byte[] answer = document.served(withoutLogin);
        return Route.open(
                document.address(),
                request -> request.contentType("application/json").result(answer));
    }

    private static Route<?> page(String path, ApiPage page) {
        return Route.open(path, request -> {
            request.header("Content-Security-Policy", page.policy());
            request.header("Referrer-Policy", "no-referrer");
            request.header("X-Content-Type-Options", "nosniff");
            request.contentType("text/html; charset=utf-8").result(page.html());
        });
    }
}

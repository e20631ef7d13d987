package io.drift.server.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The documents of the three APIs, {@code openapi.json} beside what each describes, and a page that shows them to
 * people. Needs no identity.
 */
final class OpenApiRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenApiRoutes() {}

    static List<Route<?>> routes(String basePath) {
        return List.of(
                document("openapi-v1.json", basePath + "/v1"),
                document("openapi-admin.json", basePath + "/admin"),
                document("openapi-mgmt.json", ManagementRoutes.PATH),
                page(basePath + "/v1/ui", ApiPage.load()));
    }

    /** The document says where the API really is, which is a setting. */
    private static Route<?> document(String name, String path) {
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(ApiPage.resource(name));
            document.putArray("servers").addObject().put("url", path);
            byte[] answer = JSON.writeValueAsBytes(document);
            return Route.open(
                    path + "/openapi.json",
                    request -> request.contentType("application/json").result(answer));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
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

package io.drift.server.web;

import io.drift.core.report.ValidUnicode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that is refused before anybody looks at what it asks for. Answered as a problem document
 * ({@code application/problem+json}).
 */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient List<String> notFoundIds;

    private Problem(int status, String title, String detail) {
        this(status, title, detail, List.of());
    }

    private Problem(int status, String title, String detail, List<String> notFoundIds) {
        super(detail);
        this.status = status;
        this.title = title;
        this.notFoundIds = List.copyOf(notFoundIds);
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail);
    }

    static Problem notFound() {
        String detail = "The requested URL was not found on the server. If you entered the URL manually please check"
                + " your spelling and try again.";
        return notFound(detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not Found", detail);
    }

    static Problem noSuchBaseline() {
        return notFound(
                "there is no such baseline: GET " + BaselineRoutes.PATH + "/v1/baselines lists those that there are");
    }

    /** As today's inventory answers for ids of which it has no host. */
    static Problem hostsNotFound(List<String> ids) {
        return new Problem(404, "Not Found", "One or more hosts not found.", ids);
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail);
    }

    static Problem tooSlow(String detail) {
        return new Problem(408, "Request Timeout", detail);
    }

    static Problem tooLarge(String detail) {
        return new Problem(413, "Content Too Large", detail);
    }

    static Problem storeFailed(String detail) {
        return new Problem(503, "Service Unavailable", detail);
    }

    static Problem methodNotAllowed(String detail) {
        return new Problem(405, "Method Not Allowed", detail);
    }

    static Problem unsupportedMediaType(String detail) {
        return new Problem(415, "Unsupported Media Type", detail);
    }

    static Problem internalError() {
        return new Problem(
                500, "Internal Server Error", "An internal error occurred. The request id leads to it in the log.");
    }

    int status() {
        return status;
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("detail", ValidUnicode.of(String.valueOf(getMessage())));
        document.put("status", status);
        if (!notFoundIds.isEmpty()) {
            document.put("not_found_ids", notFoundIds);
        }
        return document;
    }
}

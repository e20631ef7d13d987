package io.drift.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.core.error.DriftException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which status and body a failure is answered with; nowhere else is a status chosen for one. */
final class ErrorHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private ErrorHandlers() {}

    static void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, request) -> answer(problem, request));
        routes.exception(DriftException.class, ErrorHandlers::answer);
        routes.exception(HttpResponseException.class, ErrorHandlers::answer);
        routes.exception(Exception.class, ErrorHandlers::answerUnforeseen);
    }

    private static void answer(Problem problem, Context request) {
        write(problem.status(), "application/problem+json", problem.document(), request);
    }

    private static void answer(DriftException failure, Context request) {
        int status = statusOf(failure, request);
        if (status >= 500 || status == 408) {
            LOG.warn("{} {}: {}", status, request.path(), failure.getMessage(), failure.getCause());
        }
        write(status, "application/json", Map.of("message", String.valueOf(failure.getMessage())), request);
    }

    /** A service that is late before the gate is the permission service, whose delay is answered as it was archived (Q18). */
    private static int statusOf(DriftException failure, Context request) {
        return switch (failure.kind()) {
            case INVALID_QUERY, INVALID_IDENTITY -> 400;
            case ACCESS_DENIED -> 403;
            case NOT_RETURNED -> 404;
            case SERVICE_FAILURE -> 500;
            case DEADLINE_EXCEEDED -> RequestChecks.contextOf(request) == null ? 408 : 504;
        };
    }

    /** What the web framework refuses, such as a body that is too large. */
    private static void answer(HttpResponseException refused, Context request) {
        write(
                refused.getStatus(),
                "application/json",
                Map.of("message", String.valueOf(refused.getMessage())),
                request);
    }

    private static void answerUnforeseen(Exception unforeseen, Context request) {
        if (request.res().isCommitted()) {
            abort(unforeseen, request);
            return;
        }
        LOG.error("{} {} failed", request.method().name(), request.path(), unforeseen);
        answer(Problem.internalError(), request);
    }

    /** Half an answer must not look like a whole one: the connection is cut. */
    private static void abort(Exception unforeseen, Context request) {
        LOG.info("answer to {} was given up: {}", request.path(), unforeseen.toString());
        throw new IllegalStateException("the answer was given up", unforeseen);
    }

    private static void write(int status, String contentType, Map<String, ?> body, Context request) {
        try {
            request.status(status).contentType(contentType).result(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts is always JSON", impossible);
        }
    }
}

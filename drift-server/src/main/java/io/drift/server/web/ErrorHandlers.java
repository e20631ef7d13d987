package io.drift.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.DriftException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.error.UnavailableException;
import io.drift.core.report.ValidUnicode;
import io.drift.registry.store.StoreFailureException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which status and body a failure is answered with; nowhere else is a status chosen for one. */
final class ErrorHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private ErrorHandlers() {}

    static void register(Door door, Signposts signposts, RoutesConfig routes) {
        on(EndpointNotFound.class, (unknown, request) -> answerUnknownPath(door, signposts, request), routes);
        on(
                MethodNotAllowedResponse.class,
                (other, request) -> answer(signposts.atOtherMethod(other, request), request),
                routes);
        on(Problem.class, ErrorHandlers::answer, routes);
        on(DriftException.class, ErrorHandlers::answer, routes);
        on(StoreFailureException.class, ErrorHandlers::answer, routes);
        // what the web framework refuses, such as a body that is too large
        on(HttpResponseException.class, (refused, request) -> answer(refused.getStatus(), refused, request), routes);
        on(Exception.class, ErrorHandlers::answerUnforeseen, routes);
    }

    /** Half an answer must not look like a whole one: once it has begun, nothing else can be answered (Q46). */
    private static <E extends Exception> void on(Class<E> type, ExceptionHandler<E> answer, RoutesConfig routes) {
        routes.exception(type, (failure, request) -> {
            if (RequestTrail.isGone(request)) {
                LOG.info("the client of {} is gone", request.path());
                RequestTrail.cutOff(failure, request);
            } else if (request.res().isCommitted()) {
                cutOff(failure, request);
            } else {
                request.removeHeader("Content-Disposition");
                answer.handle(failure, request);
            }
        });
    }

    private static void cutOff(Exception failure, Context request) {
        if (hasCause(IOException.class, failure)) {
            LOG.info("the answer to {} could not be sent: {}", request.path(), failure.toString());
        } else {
            LOG.error("the answer to {} failed half-way and is cut off", request.path(), failure);
        }
        RequestTrail.cutOff(failure, request);
    }

    private static boolean hasCause(Class<?> type, Throwable failure) {
        return type.isInstance(failure) || failure.getCause() != null && hasCause(type, failure.getCause());
    }

    /** The gate comes first, so that strangers cannot find out which paths there are. */
    private static void answerUnknownPath(Door door, Signposts signposts, Context request) {
        try {
            if (!request.path().startsWith(ManagementRoutes.PREFIX)) {
                door.admit(request);
            }
            answer(signposts.atUnknownPath(), request);
        } catch (DriftException refused) {
            answer(refused, request);
        } catch (RuntimeException unforeseen) {
            answerUnforeseen(unforeseen, request);
        }
    }

    private static void answer(Problem problem, Context request) {
        write(problem.status(), "application/problem+json", problem.document(), request);
    }

    /** Nothing was kept, and who asked can do something about it, or tell who can. */
    private static void answer(StoreFailureException failure, Context request) {
        Throwable how = failure.getCause() == null ? failure : failure.getCause();
        Object trace = LOG.isDebugEnabled() ? failure : null;
        LOG.error(
                "{} {} failed: {} ({})",
                request.method().name(),
                request.path(),
                failure.getMessage(),
                how.getMessage(),
                trace);
        answer(Problem.storeFailed(String.valueOf(failure.getMessage())), request);
    }

    private static void answer(DriftException failure, Context request) {
        int status = statusOf(failure, request);
        if (failure instanceof UnavailableException refused) {
            request.header(
                    "Retry-After",
                    String.valueOf(Math.max(1, refused.retryAfter().toSeconds())));
        }
        if (status >= 500 || status == 408) {
            tell(failure, status, request);
        }
        answer(status, failure, request);
    }

    /** A line for each service that failed; a failure that stands for several has them beside it. */
    private static void tell(DriftException failure, int status, Context request) {
        Map<String, Throwable> failed = new LinkedHashMap<>();
        for (Throwable one :
                failure.getSuppressed().length == 0 ? List.of(failure) : List.of(failure.getSuppressed())) {
            if (one instanceof ServiceFailureException broken) {
                failed.putIfAbsent(broken.service(), one);
            } else if (one instanceof DeadlineExceededException late) {
                failed.putIfAbsent(late.service(), one);
            } else if (one instanceof UnavailableException refused) {
                failed.putIfAbsent(refused.service(), one);
            }
        }
        failed.forEach((service, one) -> {
            Throwable how = one.getCause() == null ? one : one.getCause();
            Object trace = LOG.isDebugEnabled() ? how : null;
            LOG.warn("{} {}: {} failed: {}", status, request.path(), service, how.getMessage(), trace);
        });
        RequestTrail.failed(String.join(",", failed.keySet()), request);
    }

    /** A service that is late before the gate is the permission service, whose delay is answered as it was archived (Q18). */
    private static int statusOf(DriftException failure, Context request) {
        return switch (failure.kind()) {
            case INVALID_QUERY, INVALID_IDENTITY -> 400;
            case ACCESS_DENIED -> 403;
            case NOT_RETURNED -> 404;
            case SERVICE_FAILURE -> 500;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> RequestTrail.isAdmitted(request) ? 504 : 408;
        };
    }

    private static void answerUnforeseen(Exception unforeseen, Context request) {
        LOG.error("{} {} failed", request.method().name(), request.path(), unforeseen);
        answer(Problem.internalError(), request);
    }

    /** Services are quoted too, so any text may be among them. */
    private static void answer(int status, Exception failure, Context request) {
        String message = ValidUnicode.of(String.valueOf(failure.getMessage()));
        write(status, "application/json", Map.of("message", message), request);
    }

    private static void write(int status, String contentType, Map<String, ?> body, Context request) {
        try {
            request.status(status).contentType(contentType).result(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts is always JSON", impossible);
        }
    }
}

package io.drift.server.web;

import io.drift.core.access.Identity;
import io.drift.core.error.AccessDeniedException;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.RequestContext;
import io.javalin.http.Context;

/** {@code admin/status}: how much baselines are used, for the staff only (Q22). */
final class AdminRoutes {

    private final BaselineStatistics statistics;

    AdminRoutes(BaselineStatistics statistics) {
        this.statistics = statistics;
    }

    Route<?> route(String basePath) {
        return Route.gated(
                "GET",
                basePath + "/admin/status",
                RequestForm.ofNothing(),
                (asked, context, request) -> answer(context, request));
    }

    private void answer(RequestContext context, Context request) {
        Identity identity = context.caller().identity();
        if (identity == null || !identity.isAssociate()) {
            throw new AccessDeniedException("Access Denied.");
        }
        String document = statistics.find(context);
        request.contentType("application/json").result(document);
    }
}

package io.drift.server.web;

import io.drift.core.access.Identity;
import io.drift.core.error.AccessDeniedException;
import io.drift.core.port.BaselineStatistics;

/** {@code admin/status}: how much baselines are used, for the staff only (Q22). */
final class AdminRoutes {

    private AdminRoutes() {}

    static Route<?> route(String basePath, BaselineStatistics statistics) {
        return Route.gated("GET", basePath + "/admin/status", RequestForm.ofNothing(), (asked, context, request) -> {
            Identity identity = context.caller().identity();
            if (identity == null || !identity.isAssociate()) {
                throw new AccessDeniedException("Access Denied.");
            }
            request.contentType("application/json").result(statistics.find(context));
        });
    }
}

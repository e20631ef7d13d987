package io.drift.server.web;

import io.drift.core.port.RequestContext;
import io.drift.server.observability.ReportMetrics;
import io.javalin.http.Context;

/**
 * Answers requests for reports as another action does, times them from the check of the query to the last byte, and
 * counts those that fail, whoever's fault it is.
 */
final class MeasuredReports implements Route.Action<ComparisonRequest> {

    private final Route.Action<ComparisonRequest> reports;
    private final ReportMetrics metrics;

    MeasuredReports(Route.Action<ComparisonRequest> reports, ReportMetrics metrics) {
        this.reports = reports;
        this.metrics = metrics;
    }

    @Override
    public void answer(ComparisonRequest asked, RequestContext context, Context request) throws Exception {
        Runnable stop = metrics.startRequest();
        try {
            reports.answer(asked, context, request);
        } catch (RuntimeException failure) {
            metrics.countFailure();
            throw failure;
        } finally {
            stop.run();
        }
    }
}

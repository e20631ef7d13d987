package io.drift.server.web;

import io.drift.core.ComparisonQuery;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.port.RequestContext;
import io.drift.core.report.ReportWriter;
import io.drift.server.limits.ReportKind;
import io.drift.server.limits.ReportPermit;
import io.drift.server.limits.RequestLimits;
import io.drift.server.observability.ReportMetrics;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** {@code comparison_report}: compares, and writes the report as it is made. */
final class ComparisonRoutes {

    private final ServedComparisons comparisons;
    private final ReportMetrics metrics;
    private final RequestLimits limits;
    private final FormatNegotiation negotiated;
    private final List<ReportWriter> named;

    ComparisonRoutes(
            ServedComparisons comparisons,
            ReportMetrics metrics,
            RequestLimits limits,
            List<ReportWriter> negotiated,
            List<ReportWriter> named) {
        this.comparisons = comparisons;
        this.metrics = metrics;
        this.limits = limits;
        this.negotiated = new FormatNegotiation(negotiated);
        this.named = named;
    }

    List<Route<?>> routes(String basePath) {
        String path = basePath + "/v1/comparison_report";
        List<String> formats = named.stream().map(ReportWriter::name).toList();
        return List.of(
                Route.gated(
                        "GET", path, ComparisonRequest.query(formats).checkedEarly(this::refuseIfFull), this::answer),
                Route.gated(
                        "POST", path, ComparisonRequest.body(formats).checkedEarly(this::refuseIfFull), this::answer));
    }

    private void refuseIfFull(ComparisonRequest asked) {
        limits.reports()
                .refuseIfFull(
                        asked.size(),
                        ReportKind.of(asked.systemIds(), asked.historicalProfileIds(), asked.baselineIds()));
    }

    /** The check of the query counts as a part of the request. */
    private void answer(ComparisonRequest asked, RequestContext context, Context request) throws IOException {
        metrics.time(() -> answer(metrics.timeValidation(() -> query(asked)), asked, context, request));
    }

    private ComparisonQuery query(ComparisonRequest asked) {
        limits.checkSize(asked.size());
        return asked.query();
    }

    private void answer(ComparisonQuery query, ComparisonRequest asked, RequestContext context, Context request)
            throws IOException {
        ReportWriter format = asked.choice().writer(request.header("Accept"), negotiated, named);
        Runnable cutOff = RequestTrail.cutOffLater(request);
        try (ReportPermit permit = limits.reports().admit(query, context, cutOff)) {
            ComparisonReport report =
                    comparisons.of(asked.reading(), asked.choice().withPolicy()).compare(query, context);
            AnswerBody body = new AnswerBody(request, sending(permit, context));
            setHeaders(format, request);
            format.write(asked.choice().of(report, query.referenceId()), body);
            body.finish();
        }
    }

    private AnswerBody.Sending sending(ReportPermit permit, RequestContext context) {
        return new AnswerBody.Sending() {
            @Override
            public void beforeFirstByte() {
                limits.deadline().check(context, "the comparison");
            }

            @Override
            public void begin() {
                permit.sending();
            }

            @Override
            public void end() {
                permit.sent();
            }
        };
    }

    private static void setHeaders(ReportWriter format, Context request) {
        request.header("Vary", "Accept, " + WebApi.VARY).contentType(format.mediaType());
        if (format.fileName() != null) {
            request.header("Content-Disposition", "attachment; filename=" + format.fileName());
        }
    }
}

package io.drift.server.web;

import io.drift.core.ComparisonQuery;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.port.RequestContext;
import io.drift.core.report.ReportWriter;
import io.drift.server.observability.ReportMetrics;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** {@code comparison_report}: compares, and writes the report as it is made. */
final class ComparisonRoutes {

    /** Whether an answer is compressed is decided by the size of its first write. */
    private static final int BUFFER = 1 << 16;

    private final ComparisonsByReading comparisons;
    private final ReportMetrics metrics;
    private final FormatNegotiation formats;

    ComparisonRoutes(ComparisonsByReading comparisons, ReportMetrics metrics, List<ReportWriter> formats) {
        this.comparisons = comparisons;
        this.metrics = metrics;
        this.formats = new FormatNegotiation(formats);
    }

    List<Route<?>> routes(String basePath) {
        String path = basePath + "/v1/comparison_report";
        MeasuredReports reports = new MeasuredReports(this::answer, metrics);
        return List.of(
                Route.gated("GET", path, ComparisonRequest.QUERY, reports),
                Route.gated("POST", path, ComparisonRequest.BODY, reports));
    }

    private void answer(ComparisonRequest asked, RequestContext context, Context request) throws IOException {
        ComparisonQuery query = metrics.timeValidation(asked::query);
        ComparisonReport report = comparisons.of(asked.reading()).compare(query, context);
        AnswerBody body = new AnswerBody(request);
        write(report, body, request);
        body.finish();
    }

    private void write(ComparisonReport report, OutputStream body, Context request) throws IOException {
        ReportWriter format = formats.wanted(request.header("Accept"));
        request.header("Vary", "Accept, " + WebApi.VARY).contentType(format.mediaType());
        if (format.fileName() != null) {
            request.header("Content-Disposition", "attachment; filename=" + format.fileName());
        }
        format.write(report, body);
    }
}

package io.drift.server.web;

import io.drift.core.ComparisonQuery;
import io.drift.core.Comparisons;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.port.RequestContext;
import io.drift.core.report.ReportCsv;
import io.drift.json.ReportJson;
import io.drift.server.observability.ReportMetrics;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code comparison_report}: compares, and writes the report as it is made. */
final class ComparisonRoutes {

    private final Comparisons comparisons;
    private final ReportMetrics metrics;

    ComparisonRoutes(Comparisons comparisons, ReportMetrics metrics) {
        this.comparisons = comparisons;
        this.metrics = metrics;
    }

    List<Route<?>> routes(String basePath) {
        String path = basePath + "/v1/comparison_report";
        MeasuredReports reports = new MeasuredReports(this::answer, metrics);
        return List.of(
                Route.gated("GET", path, ComparisonRequest.QUERY, reports),
                Route.gated("POST", path, ComparisonRequest.BODY, reports));
    }

    private void answer(ComparisonQuery query, RequestContext context, Context request) throws IOException {
        ComparisonReport report = comparisons.compare(query, context);
        AnswerBody body = new AnswerBody(request);
        write(report, body, request);
        body.finish();
    }

    private static void write(ComparisonReport report, OutputStream body, Context request) throws IOException {
        request.header("Vary", "Accept, " + WebApi.VARY);
        if (ReportFormat.of(request.header("Accept")) == ReportFormat.CSV) {
            writeCsv(report, body, request);
        } else {
            request.contentType("application/json");
            ReportJson.write(report, body);
        }
    }

    private static void writeCsv(ComparisonReport report, OutputStream body, Context request) throws IOException {
        request.contentType("text/csv").header("Content-Disposition", "attachment; filename=export.csv");
        Writer text = new OutputStreamWriter(body, StandardCharsets.UTF_8);
        ReportCsv.write(report, text);
        text.flush();
    }
}

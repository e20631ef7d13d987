package io.drift.server.web;

import io.drift.core.CompareSystems;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.port.RequestContext;
import io.drift.core.report.ReportCsv;
import io.drift.json.ReportJson;
import io.drift.server.observability.ReportMetrics;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** {@code comparison_report}: reads the query, compares, writes the report as it is made. */
final class ComparisonRoutes {

    /** Whether an answer is compressed is decided by the size of its first write. A JSON report comes in such blocks. */
    private static final int BUFFER = 1 << 16;

    private final CompareSystems compareSystems;
    private final ReportMetrics metrics;

    ComparisonRoutes(CompareSystems compareSystems, ReportMetrics metrics) {
        this.compareSystems = compareSystems;
        this.metrics = metrics;
    }

    Route route(String basePath) {
        return new Route(
                basePath + "/v1/comparison_report",
                Set.of("GET", "POST"),
                QueryReader.PARAMETERS,
                Route.Access.GATED,
                this::answer);
    }

    private void answer(Context request) throws IOException {
        Runnable ended = metrics.began();
        try {
            write(compare(request), request);
        } finally {
            ended.run();
        }
    }

    private ComparisonReport compare(Context request) {
        RequestContext context = Objects.requireNonNull(RequestChecks.contextOf(request));
        return metrics.made(() -> QueryReader.read(request), query -> compareSystems.compare(query, context));
    }

    private static void write(ComparisonReport report, Context request) throws IOException {
        request.header("Vary", "Accept, " + WebApi.VARY);
        if (ReportFormat.of(request.header("Accept")) == ReportFormat.CSV) {
            writeCsv(report, request);
        } else {
            request.contentType("application/json");
            ReportJson.write(report, request.outputStream());
        }
    }

    private static void writeCsv(ComparisonReport report, Context request) throws IOException {
        request.contentType("text/csv").header("Content-Disposition", "attachment; filename=export.csv");
        OutputStream out = new BufferedOutputStream(request.outputStream(), BUFFER);
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        ReportCsv.write(report, text);
        text.flush();
    }
}

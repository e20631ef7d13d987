package io.drift.server.web;

import io.drift.core.CompareSystems;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.port.RequestContext;
import io.drift.core.report.ReportWriter;
import io.drift.server.observability.ReportMetrics;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** {@code comparison_report}: reads the query, compares, writes the report as it is made. */
final class ComparisonRoutes {

    /** Whether an answer is compressed is decided by the size of its first write. */
    private static final int BUFFER = 1 << 16;

    private final CompareSystems compareSystems;
    private final ReportMetrics metrics;
    private final FormatNegotiation formats;

    ComparisonRoutes(CompareSystems compareSystems, ReportMetrics metrics, List<ReportWriter> formats) {
        this.compareSystems = compareSystems;
        this.metrics = metrics;
        this.formats = new FormatNegotiation(formats);
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

    private void write(ComparisonReport report, Context request) throws IOException {
        ReportWriter format = formats.wanted(request.header("Accept"));
        request.header("Vary", "Accept, " + WebApi.VARY).contentType(format.mediaType());
        if (format.fileName() != null) {
            request.header("Content-Disposition", "attachment; filename=" + format.fileName());
        }
        format.write(report, new BufferedOutputStream(request.outputStream(), BUFFER));
    }
}

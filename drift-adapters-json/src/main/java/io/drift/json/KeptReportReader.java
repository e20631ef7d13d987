package io.drift.json;

import io.drift.core.delta.KeptReport;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a report that was written as JSON, to compare a later one with it: the cells of {@link ReportJson}, or the groups of
 * {@link ViewJson}. It is read while it streams in; only facts that are not the SAME are kept.
 *
 * <pre>{@code
 * try (InputStream in = Files.newInputStream(Path.of("yesterday.json"))) {
 *     KeptReport yesterday = KeptReportReader.read(in).report();
 * }
 * }</pre>
 *
 * <p>Columns that a cut list of groups does not name are not known: what is not told is neither known nor resolved.
 */
public final class KeptReportReader {

    private KeptReportReader() {}

    /**
     * A report, and what it does not tell.
     *
     * <pre>{@code
     * boolean whole = KeptReportReader.read(in).cutFacts() == 0;
     * }</pre>
     *
     * @param report the report
     * @param cutFacts how many facts that differ do not name all columns
     */
    public record Read(KeptReport report, int cutFacts) {}

    /**
     * Reads a report.
     *
     * @param in the document, UTF-8; read to its end
     * @return the report
     * @throws UnreadableJsonException if it is not JSON, not a report, or only some facts of one
     * @throws IOException if {@code in} fails
     */
    public static Read read(InputStream in) throws IOException {
        return JsonSource.read(in, source -> {
            KeptReportStream report = new KeptReportStream();
            if (!source.isObject()) {
                source.skip();
                throw KeptReportStream.notAReport();
            }
            source.members("report", report::read);
            return report.end();
        });
    }
}

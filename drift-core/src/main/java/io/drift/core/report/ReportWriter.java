package io.drift.core.report;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportDelta;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A format of reports: what it is called, and how a report is written in it. It may be used by several threads at once.
 *
 * <pre>{@code
 * List<ReportWriter> formats = List.of(new ReportJson(), new ReportCsv());
 * for (ReportWriter format : formats) {
 *     try (OutputStream out = Files.newOutputStream(Path.of("report." + format.name()))) {
 *         format.write(report, out);
 *     }
 * }
 * }</pre>
 */
public interface ReportWriter {

    /**
     * What people call the format: at the command line they ask for it by this name.
     *
     * @return one word in lower case, such as {@code csv}
     */
    String name();

    /**
     * What HTTP calls the format: it is asked for in {@code Accept} and told in {@code Content-Type}.
     *
     * @return type and subtype in lower case, without parameters, such as {@code text/csv}
     */
    String mediaType();

    /**
     * The name of the file that a browser stores the report as.
     *
     * @return letters, digits, dots, such as {@code export.csv}; null if a browser should show the report, which is so
     *     unless a format says otherwise
     */
    default @Nullable String fileName() {
        return null;
    }

    /**
     * Whether it shows what differs only, and wants the whole report nevertheless: what is the same tells who is odd.
     *
     * @return false unless a format says otherwise
     */
    default boolean showsDifferencesOnly() {
        return false;
    }

    /**
     * The same format in a view.
     *
     * @param view what of a report is written
     * @return this writer for the cells; empty for the others unless a format says otherwise
     */
    default Optional<ReportWriter> inView(ReportView view) {
        return view == ReportView.CELLS ? Optional.of(this) : Optional.empty();
    }

    /**
     * The same format, which also says what is new, known and resolved.
     *
     * @param since what became of an earlier report
     * @return empty unless a format says otherwise
     */
    default Optional<ReportWriter> withDelta(ReportDelta since) {
        return Optional.empty();
    }

    /**
     * Writes a report while it is read, so that a large one needs little memory.
     *
     * @param report the report
     * @param out receives text in UTF-8; flushed at the end, but not closed
     * @throws IOException if {@code out} fails
     */
    void write(ComparisonReport report, OutputStream out) throws IOException;
}

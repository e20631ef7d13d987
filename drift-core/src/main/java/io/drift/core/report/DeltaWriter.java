package io.drift.core.report;

import io.drift.core.delta.ReportDelta;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A format of what is new, known and resolved since an earlier report. It may be used by several threads at once; the same
 * delta gives the same bytes.
 *
 * <pre>{@code
 * new DeltaCsv().write(ReportDelta.between(yesterday, today), out);
 * }</pre>
 */
public interface DeltaWriter {

    /**
     * What people call the format.
     *
     * @return one word in lower case, such as {@code csv}
     */
    String name();

    /**
     * What HTTP calls the format.
     *
     * @return type and subtype in lower case, such as {@code text/csv}
     */
    String mediaType();

    /**
     * Writes a delta.
     *
     * @param delta the delta
     * @param out receives text in UTF-8; flushed at the end, but not closed
     * @throws IOException if {@code out} fails
     */
    void write(ReportDelta delta, OutputStream out) throws IOException;
}

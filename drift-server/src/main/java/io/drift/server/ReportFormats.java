package io.drift.server;

import io.drift.core.report.ReportCsv;
import io.drift.core.report.ReportWriter;
import io.drift.json.ReportJson;
import java.util.List;

/** The formats of reports: who adds one here can ask for it over HTTP and at the command line. */
public final class ReportFormats {

    /** All of them; who accepts several alike, or none, gets the first. */
    public static final List<ReportWriter> ALL = List.of(new ReportJson(), new ReportCsv());

    /** Those that can be asked for by their names. */
    public static final List<ReportWriter> BY_NAME = ALL;

    private ReportFormats() {}
}

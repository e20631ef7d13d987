package io.drift.server;

import io.drift.core.report.ReportCsv;
import io.drift.core.report.ReportWriter;
import io.drift.json.ReportJson;
import io.drift.json.ReportJsonLines;
import io.drift.json.page.ReportHtml;
import io.drift.json.page.ReportMarkdown;
import java.util.List;
import java.util.stream.Stream;

/** The formats of reports: who adds one here can ask for it over HTTP and at the command line. */
public final class ReportFormats {

    /** Those that HTTP chooses by {@code Accept}; who accepts several alike, or none, gets the first. */
    public static final List<ReportWriter> ALL = List.of(new ReportJson(), new ReportCsv());

    /** All of them, for those who name one: pages for people are never chosen by {@code Accept}, which browsers send. */
    public static final List<ReportWriter> BY_NAME = Stream.concat(
                    ALL.stream(), Stream.of(new ReportJsonLines(), new ReportMarkdown(), new ReportHtml()))
            .toList();

    private ReportFormats() {}
}

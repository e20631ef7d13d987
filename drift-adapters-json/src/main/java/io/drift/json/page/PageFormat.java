package io.drift.json.page;

import io.drift.core.report.ReportWriter;

/** A page for people, of which the body is what differs. */
abstract class PageFormat implements ReportWriter {

    private final String name;
    private final String mediaType;

    PageFormat(String name, String mediaType) {
        this.name = name;
        this.mediaType = mediaType;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String mediaType() {
        return mediaType;
    }

    @Override
    public final boolean showsDifferencesOnly() {
        return true;
    }
}

package io.drift.cli;

import io.drift.core.error.Choice;
import io.drift.core.report.DeltaCsv;
import io.drift.core.report.DeltaWriter;
import io.drift.json.DeltaJson;
import io.drift.json.page.DeltaMarkdown;
import java.util.List;
import java.util.stream.Stream;

/** In which formats a delta can be written. */
final class DeltaFormats {

    private static final List<DeltaWriter> WRITERS = List.of(new DeltaJson(), new DeltaCsv(), new DeltaMarkdown());

    private DeltaFormats() {}

    /** All of them, the table first. */
    static List<String> names() {
        return Stream.concat(Stream.of(TableFormat.NAME), WRITERS.stream().map(DeltaWriter::name))
                .toList();
    }

    /**
     * That of a name, in any case.
     *
     * @param lineWidth how long a line of a table may be
     * @throws CannotCompareException if there is none
     */
    static DeltaWriter of(String name, int lineWidth) {
        return Stream.concat(Stream.of(new DeltaTable(lineWidth)), WRITERS.stream())
                .filter(writer -> writer.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new CannotCompareException(
                        "a delta has no format '" + name + "'; choose " + new Choice(names()).inWords()));
    }
}

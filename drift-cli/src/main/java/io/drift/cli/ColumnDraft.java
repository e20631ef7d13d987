package io.drift.cli;

import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import org.jspecify.annotations.Nullable;

/**
 * A column that has no name yet, because a name depends on the other columns.
 *
 * @param file where it comes from
 * @param alone whether nothing else is in that file
 * @param ownName the name that it brings along; null if it has none
 * @param ownId the id that it brings along; null if it has none that no other column has
 * @param detail what tells it from others of the same name and file: an id or a date; null if unknown
 * @param finish makes the source
 */
record ColumnDraft(
        InputFile file,
        boolean alone,
        @Nullable String ownName,
        @Nullable String ownId,
        @Nullable String detail,
        Finish finish) {

    /** Makes the source, once its id and name are known. */
    @FunctionalInterface
    interface Finish {
        FactSource source(String id, String name);
    }

    /** The reader gives a baseline without a name or an id those of its file. */
    static ColumnDraft of(InputFile file, boolean alone, Baseline baseline) {
        String readersName = file.toString();
        String ownName = baseline.name().equals(readersName) ? null : baseline.name();
        String ownId = baseline.id().equals(readersName) ? null : baseline.id();
        return new ColumnDraft(
                file,
                alone,
                ownName,
                ownId,
                ownId,
                (id, name) -> new Baseline(id, name, baseline.updated(), baseline.facts()));
    }
}

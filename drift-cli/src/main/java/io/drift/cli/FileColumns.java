package io.drift.cli;

import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.SourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The columns of a comparison of files, each with a name and an id that no other one has. */
final class FileColumns {

    private record Column(ColumnDraft draft, FactSource source) {}

    private final List<Column> columns;
    private final Map<FactSource, Column> bySource = new IdentityHashMap<>();
    private final int notRead;
    private final int missing;

    private FileColumns(List<Column> columns, int notRead, int missing) {
        this.columns = List.copyOf(columns);
        this.notRead = notRead;
        this.missing = missing;
        columns.forEach(column -> bySource.put(column.source, column));
    }

    /**
     * The columns.
     *
     * @param notRead how many inputs could not be read
     * @param missing how many parts of others could not be read
     */
    static FileColumns of(List<ColumnDraft> drafts, int notRead, int missing) {
        List<String> names = ColumnNames.of(drafts);
        Set<SourceId> taken = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            ColumnDraft draft = drafts.get(i);
            String id = freeId(draft, names.get(i), taken);
            columns.add(new Column(draft, draft.finish().source(id, names.get(i))));
        }
        return new FileColumns(columns, notRead, missing);
    }

    private static String freeId(ColumnDraft draft, String name, Set<SourceId> taken) {
        String wanted = draft.ownId() == null ? name : draft.ownId();
        String id = wanted;
        for (int number = 2; !taken.add(SourceId.of(id)); number++) {
            id = wanted + " #" + number;
        }
        return id;
    }

    /** How many inputs could not be read, and so have no column. */
    int notRead() {
        return notRead;
    }

    /** How many parts of files could not be read, though the rest of the file was; each was named. */
    int missing() {
        return missing;
    }

    /** How many columns have something to compare. */
    long withContent() {
        return columns.stream().filter(column -> hasContent(column.source)).count();
    }

    /** Where those come from that have nothing to compare. */
    List<String> withoutContent() {
        return columns.stream()
                .filter(column -> !hasContent(column.source))
                .map(column -> column.draft.file().toString())
                .distinct()
                .toList();
    }

    private static boolean hasContent(FactSource source) {
        return source instanceof Baseline baseline
                ? !baseline.facts().asMap().isEmpty()
                : SkippedParts.hasProfile(source);
    }

    boolean hasBaseline() {
        return columns.stream().anyMatch(column -> column.source instanceof Baseline);
    }

    List<FactSource> sources() {
        return columns.stream().map(Column::source).toList();
    }

    /**
     * The id of a column.
     *
     * @param reference its name, its id, its file as given, the base name of its file, or the name it brought along;
     *     what stands first here decides
     * @throws CannotCompareException if that is no column, or not only one
     */
    String idOf(String reference) {
        List<Predicate<Column>> ways = List.of(
                column -> column.source.name().equals(reference),
                column -> SourceId.of(column.source.id()).equals(SourceId.of(reference)),
                column -> column.draft.file().given().equals(reference),
                column -> column.draft.file().baseName().equals(reference),
                column -> reference.equals(column.draft.ownName()));
        for (Predicate<Column> way : ways) {
            List<Column> found = columns.stream().filter(way).toList();
            if (found.size() > 1) {
                throw new CannotCompareException(
                        "--reference " + reference + " fits several columns: choose one of " + namesOf(found));
            }
            if (found.size() == 1) {
                return found.get(0).source.id();
            }
        }
        throw new CannotCompareException(
                "--reference " + reference + " is no column: choose one of " + namesOf(columns));
    }

    /** The file of a column and, where the file has several, its name: {@code hosts.json: web-1}. */
    String whereIs(FactSource source) {
        Column column = columnOf(source);
        return column.draft.alone() ? column.draft.file().toString() : column.draft.file() + ": " + nameOf(source);
    }

    /** The file of a column. */
    InputFile fileOf(FactSource source) {
        return columnOf(source).draft.file();
    }

    /** The name that a column brought along; if it had none, its id or the name that it got. */
    String nameOf(FactSource source) {
        ColumnDraft draft = columnOf(source).draft;
        String own = draft.ownName() == null ? draft.ownId() : draft.ownName();
        return own == null ? source.name() : own;
    }

    private Column columnOf(FactSource source) {
        return Objects.requireNonNull(bySource.get(source), source::name);
    }

    private static String namesOf(List<Column> columns) {
        return columns.stream().map(column -> column.source.name()).collect(Collectors.joining(", "));
    }
}

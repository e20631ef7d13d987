package io.drift.jdbc;

import io.drift.core.fact.FactValue;
import io.drift.registry.store.BaselineEntry;
import io.drift.registry.store.BaselineEntry.Category;
import io.drift.registry.store.BaselineEntry.Fact;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts of a baseline as rows: what stands inside something follows it. */
final class BaselineFactRows {

    private static final String CATEGORY = "category";
    private static final String FACT = "fact";
    private static final String LIST = "list";
    private static final String MEMBER = "member";
    private static final String MEMBER_LIST = "member list";
    private static final String ITEM = "item";

    /** A row, whose position is that in the list. */
    record Row(String kind, @Nullable String name, @Nullable String value) {}

    private BaselineFactRows() {}

    static List<Row> of(List<BaselineEntry> entries) {
        List<Row> rows = new ArrayList<>();
        for (BaselineEntry entry : entries) {
            if (entry instanceof Category category) {
                rows.add(new Row(CATEGORY, category.name(), null));
                category.facts().forEach(fact -> add(fact, MEMBER, MEMBER_LIST, rows));
            } else {
                add((Fact) entry, FACT, LIST, rows);
            }
        }
        return rows;
    }

    private static void add(Fact fact, String ofText, String ofSeveral, List<Row> rows) {
        if (fact.value() instanceof FactValue.Text text) {
            rows.add(new Row(ofText, fact.name(), text.text()));
        } else {
            rows.add(new Row(ofSeveral, fact.name(), null));
            fact.value().texts().forEach(item -> rows.add(new Row(ITEM, null, item)));
        }
    }

    static List<BaselineEntry> entries(List<Row> rows) {
        List<BaselineEntry> entries = new ArrayList<>();
        Ahead ahead = new Ahead(rows);
        while (ahead.row != null) {
            Row row = ahead.take();
            if (row.kind().equals(CATEGORY)) {
                List<Fact> members = new ArrayList<>();
                while (ahead.is(MEMBER) || ahead.is(MEMBER_LIST)) {
                    members.add(fact(ahead.take(), ahead));
                }
                entries.add(new Category(name(row), members));
            } else {
                entries.add(fact(row, ahead));
            }
        }
        return entries;
    }

    private static Fact fact(Row row, Ahead ahead) {
        if (row.value() != null) {
            return new Fact(name(row), new FactValue.Text(row.value()));
        }
        List<String> items = new ArrayList<>();
        while (ahead.is(ITEM)) {
            items.add(Objects.requireNonNull(ahead.take().value()));
        }
        return new Fact(name(row), new FactValue.Several(items));
    }

    private static String name(Row row) {
        return Objects.requireNonNull(row.name());
    }

    /** The next row, before it is taken. */
    private static final class Ahead {

        private final Iterator<Row> rows;
        private @Nullable Row row;

        Ahead(List<Row> all) {
            rows = all.iterator();
            advance();
        }

        private void advance() {
            row = rows.hasNext() ? rows.next() : null;
        }

        boolean is(String kind) {
            return row != null && row.kind().equals(kind);
        }

        Row take() {
            Row taken = Objects.requireNonNull(row);
            advance();
            return taken;
        }
    }
}

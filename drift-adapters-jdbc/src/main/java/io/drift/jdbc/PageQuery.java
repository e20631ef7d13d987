package io.drift.jdbc;

import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemPage;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query for a page of systems, as SQL. */
final class PageQuery {

    private final StringBuilder where = new StringBuilder(" where s.org = ?");
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final SystemQuery query;

    PageQuery(OrgId org, SystemQuery query) {
        this.query = query;
        parameters.add(org.value());
        if (query.namePart() != null) {
            and("instr(s.name_key, ?) > 0", lower(query.namePart()));
        }
        if (query.fqdn() != null) {
            and("s.fqdn = ?", lower(query.fqdn()));
        }
        query.tags().forEach(this::andTag);
        if (!query.heardOf().isEmpty()) {
            andHeardOf(query.heardOf());
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void and(String condition, @Nullable Object... values) {
        where.append(" and ").append(condition);
        parameters.addAll(Arrays.asList(values));
    }

    private void andTag(Tag tag) {
        String value = tag.value() == null ? "" : " and t.tag_value = ?";
        String condition = "exists (select 1 from tags t where t.system = s.id and t.namespace is ? and t.tag_key = ?"
                + value + ")";
        if (tag.value() == null) {
            and(condition, tag.namespace(), tag.key());
        } else {
            and(condition, tag.namespace(), tag.key(), tag.value());
        }
    }

    private void andHeardOf(List<SystemQuery.Span> spans) {
        String any =
                spans.stream().map(span -> "s.updated >= ? and s.updated < ?").collect(Collectors.joining(" or "));
        Object[] ends = spans.stream()
                .flatMap(span -> List.of(Micros.of(span.from()), Micros.of(span.until())).stream())
                .toArray();
        and("(" + any + ")", ends);
    }

    SystemPage find(Sql sql) {
        long total = sql.number("select count(*) from systems s" + where, parameters.toArray());
        List<@Nullable Object> inWindow = new ArrayList<>(parameters);
        inWindow.add(query.window().limit());
        inWindow.add(query.window().offset());
        List<SystemRows.Row> rows = sql.query(
                SystemRows.SYSTEMS + where + " order by " + order() + " limit ? offset ?",
                SystemRows::system,
                inWindow.toArray());
        return new SystemPage(SystemRows.withTags(rows, sql), total);
    }

    private String order() {
        return switch (query.order()) {
            case NAME_UP -> "s.name_key, s.uuid";
            case NAME_DOWN -> "s.name_key desc, s.uuid desc";
            case UPDATED_UP -> "s.updated, s.uuid";
            case UPDATED_DOWN -> "s.updated desc, s.uuid desc";
        };
    }
}

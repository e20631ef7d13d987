package io.drift.jdbc;

import io.drift.registry.store.Association;
import io.drift.registry.store.BaselineEntry;
import io.drift.registry.store.BaselineHead;
import io.drift.registry.store.BaselinePage;
import io.drift.registry.store.BaselineQuery;
import io.drift.registry.store.BaselineWrites;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.StoredBaseline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Baselines on one connection, within one transaction. */
record SqliteBaselines(Sql sql) implements BaselineWrites {

    private static final String HEAD = "b.uuid, b.name, b.created, b.updated, b.notifications_enabled";

    @Override
    public BaselinePage page(OrgId org, BaselineQuery query) {
        StringBuilder where = new StringBuilder(" where b.org = ?");
        List<@Nullable Object> parameters = new ArrayList<>(List.of(org.value()));
        if (query.ids() != null) {
            where.append(" and b.uuid in (select value from json_each(?))");
            parameters.add(SystemRows.list(query.ids()));
        }
        if (query.namePart() != null) {
            where.append(" and instr(b.name_key, ?) > 0");
            parameters.add(query.namePart().toLowerCase(Locale.ROOT));
        }
        long count = sql.number("select count(*) from baselines b" + where, parameters.toArray());
        parameters.add(query.window().limit());
        parameters.add(query.window().offset());
        List<BaselinePage.Listed> listed = sql.query(
                "select " + HEAD + ", b.fact_count, (select count(*) from associations a where a.baseline = b.id)"
                        + " as system_count from baselines b" + where + " order by " + order(query)
                        + " limit ? offset ?",
                row -> new BaselinePage.Listed(head(row), row.getLong("fact_count"), row.getLong("system_count")),
                parameters.toArray());
        return new BaselinePage(listed, count, sql.number("select count(*) from baselines where org = ?", org.value()));
    }

    private static String order(BaselineQuery query) {
        String column = switch (query.order()) {
            case NAME -> "b.name_key";
            case CREATED -> "b.created";
            case UPDATED -> "b.updated";
        };
        String direction = query.isUp() ? "" : " desc";
        return column + direction + ", b.uuid" + direction;
    }

    private static BaselineHead head(ResultSet row) throws SQLException {
        return new BaselineHead(
                UUID.fromString(row.getString("uuid")),
                row.getString("name"),
                Micros.instant(row.getLong("created")),
                Micros.instant(row.getLong("updated")),
                row.getBoolean("notifications_enabled"));
    }

    @Override
    public List<StoredBaseline> find(OrgId org, Collection<UUID> ids) {
        record Found(long number, BaselineHead head) {}
        return sql
                .query(
                        "select b.id, " + HEAD + " from baselines b"
                                + " where b.org = ? and b.uuid in (select value from json_each(?))",
                        row -> new Found(row.getLong("id"), head(row)),
                        org.value(),
                        SystemRows.list(ids))
                .stream()
                .map(found -> new StoredBaseline(found.head(), facts(found.number())))
                .toList();
    }

    private List<BaselineEntry> facts(long baseline) {
        return BaselineFactRows.entries(sql.query(
                "select kind, name, value from baseline_facts where baseline = ? order by position",
                row -> new BaselineFactRows.Row(row.getString(1), row.getString(2), row.getString(3)),
                baseline));
    }

    @Override
    public Optional<UUID> named(OrgId org, String name) {
        return sql
                .query(
                        "select uuid from baselines where org = ? and name = ?",
                        row -> UUID.fromString(row.getString(1)),
                        org.value(),
                        name)
                .stream()
                .findFirst();
    }

    @Override
    public void add(OrgId org, StoredBaseline baseline) {
        BaselineHead head = baseline.head();
        sql.update(
                "insert into baselines (org, uuid, name, name_key, fact_count, notifications_enabled, created, updated)"
                        + " values (?, ?, '', '', 0, 0, ?, 0)",
                org.value(),
                head.id().toString(),
                Micros.of(head.created()));
        replace(org, baseline);
    }

    @Override
    public void replace(OrgId org, StoredBaseline baseline) {
        BaselineHead head = baseline.head();
        long number = number(org, head.id());
        sql.update(
                "update baselines set name = ?, name_key = ?, fact_count = ?, notifications_enabled = ?, updated = ?"
                        + " where id = ?",
                head.name(),
                head.name().toLowerCase(Locale.ROOT),
                baseline.facts().size(),
                head.notificationsEnabled() ? 1 : 0,
                Micros.of(head.updated()),
                number);
        sql.update("delete from baseline_facts where baseline = ?", number);
        List<@Nullable Object[]> rows = new ArrayList<>();
        BaselineFactRows.of(baseline.facts())
                .forEach(row ->
                        rows.add(new @Nullable Object[] {number, rows.size(), row.kind(), row.name(), row.value()}));
        sql.updateAll(
                "insert into baseline_facts (baseline, position, kind, name, value) values (?, ?, ?, ?, ?)", rows);
    }

    private long number(OrgId org, UUID baselineId) {
        return sql
                .query(
                        "select id from baselines where org = ? and uuid = ?",
                        row -> row.getLong(1),
                        org.value(),
                        baselineId.toString())
                .stream()
                .findFirst()
                .orElseThrow(() -> new StoreFailureException("there is no baseline " + baselineId));
    }

    @Override
    public boolean delete(OrgId org, UUID baselineId) {
        return sql.update("delete from baselines where org = ? and uuid = ?", org.value(), baselineId.toString()) > 0;
    }

    @Override
    public List<Association> ofBaseline(OrgId org, UUID baselineId) {
        return new AssociationRows(sql).find("b.org = ? and b.uuid = ?", org.value(), baselineId.toString());
    }

    @Override
    public List<Association> ofSystems(OrgId org, Collection<UUID> systemIds) {
        return new AssociationRows(sql)
                .find(
                        "b.org = ? and s.uuid in (select value from json_each(?))",
                        org.value(),
                        SystemRows.list(systemIds));
    }

    @Override
    public List<Association> associations(OrgId org) {
        return new AssociationRows(sql).find("b.org = ?", org.value());
    }

    @Override
    public void associate(OrgId org, Association association) {
        new AssociationRows(sql).add(org, association);
    }

    @Override
    public void replaceGroups(OrgId org, Association association) {
        new AssociationRows(sql).replaceGroups(org, association);
    }

    @Override
    public void dissociate(OrgId org, UUID associationId) {
        new AssociationRows(sql).remove(org, associationId);
    }
}

package io.drift.jdbc;

import io.drift.registry.store.Association;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoreFailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Associations of systems with baselines, as rows of the database. */
record AssociationRows(Sql sql) {

    private static final String ALL = " from associations a join baselines b on b.id = a.baseline"
            + " join systems s on s.id = a.system and s.org = b.org where ";

    /** In the order in which they were made. */
    List<Association> find(String condition, Object... parameters) {
        Map<Long, List<Association.Group>> groups = new HashMap<>();
        sql.query(
                "select g.association, g.uuid, g.name from association_groups g where g.association in (select a.id"
                        + ALL + condition + ") order by g.association, g.position",
                row -> groups.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                        .add(new Association.Group(UUID.fromString(row.getString(2)), row.getString(3))),
                parameters);
        return sql.query(
                "select a.id, a.uuid, b.uuid as baseline, s.uuid as system" + ALL + condition + " order by a.id",
                row -> new Association(
                        UUID.fromString(row.getString("uuid")),
                        UUID.fromString(row.getString("baseline")),
                        UUID.fromString(row.getString("system")),
                        groups.getOrDefault(row.getLong("id"), List.of())),
                parameters);
    }

    void add(OrgId org, Association association) {
        int added = sql.update(
                "insert into associations (uuid, baseline, system) select ?, b.id, s.id from baselines b, systems s"
                        + " where b.org = ? and b.uuid = ? and s.org = b.org and s.uuid = ?",
                association.id().toString(),
                org.value(),
                association.baselineId().toString(),
                association.systemId().toString());
        if (added == 0) {
            throw new StoreFailureException(
                    "there is no baseline " + association.baselineId() + ", or no system " + association.systemId());
        }
        replaceGroups(org, association);
    }

    void replaceGroups(OrgId org, Association association) {
        List<Long> numbers = numbers(org, association.id());
        for (long number : numbers) {
            sql.update("delete from association_groups where association = ?", number);
            for (int position = 0; position < association.groups().size(); position++) {
                Association.Group group = association.groups().get(position);
                sql.update(
                        "insert into association_groups (association, position, uuid, name) values (?, ?, ?, ?)",
                        number,
                        position,
                        group.id().toString(),
                        group.name());
            }
        }
    }

    private List<Long> numbers(OrgId org, UUID associationId) {
        return sql.query(
                "select a.id" + ALL + "b.org = ? and a.uuid = ?",
                row -> row.getLong(1),
                org.value(),
                associationId.toString());
    }

    void remove(OrgId org, UUID associationId) {
        numbers(org, associationId).forEach(number -> sql.update("delete from associations where id = ?", number));
    }
}

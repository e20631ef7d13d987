package io.drift.jdbc;

import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Systems and states, as rows of the database. */
final class SystemRows {

    private static final String SYSTEM = "select s.id, s.uuid, s.display_name, s.reporter, s.has_tags, s.insights_id,"
            + " s.machine_id, s.subscription_manager_id, s.fqdn, s.bios_uuid, s.mac_addresses, s.created, s.updated,"
            + " c.uuid as state_uuid, c.captured, c.captured_as_given, c.fqdn as state_fqdn, k.digest";

    private static final String FROM_SYSTEMS =
            " from systems s join states c on c.uuid = s.current_state join contents k on k.id = c.content";

    /** A system with its current state. */
    static final String SYSTEMS = SYSTEM + FROM_SYSTEMS;

    /** A state, with the columns that it has in {@link #SYSTEMS}. */
    static final String STATES = "select s.uuid, c.uuid as state_uuid, c.captured, c.captured_as_given,"
            + " c.fqdn as state_fqdn, k.digest from states c join systems s on s.id = c.system"
            + " join contents k on k.id = c.content";

    /** A system before its tags are known. */
    record Row(long number, boolean hasTags, StoredSystem system) {}

    private SystemRows() {}

    /** The column of an id. */
    static String column(IdentityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static List<StoredSystem> withTags(List<Row> rows, Sql sql) {
        Map<Long, List<Tag>> tags = new HashMap<>();
        rows.stream().filter(Row::hasTags).forEach(row -> tags.put(row.number(), new ArrayList<>()));
        sql.query(
                "select system, namespace, tag_key, tag_value from tags where system in (select value from json_each(?))"
                        + " order by system, position",
                row -> tags.get(row.getLong(1)).add(new Tag(row.getString(2), row.getString(3), row.getString(4))),
                tags.keySet().toString());
        return rows.stream()
                .map(row -> withTags(row.system(), tags.get(row.number())))
                .toList();
    }

    private static StoredSystem withTags(StoredSystem system, @Nullable List<Tag> tags) {
        SystemLabels labels = system.labels();
        return new StoredSystem(
                system.id(),
                system.identity(),
                new SystemLabels(labels.displayName(), labels.reporter(), tags),
                system.checkIns(),
                system.current());
    }

    static Row system(ResultSet row) throws SQLException {
        Map<IdentityKind, String> ids = new EnumMap<>(IdentityKind.class);
        for (IdentityKind kind : IdentityKind.values()) {
            String id = row.getString(column(kind));
            if (id != null) {
                ids.put(kind, id);
            }
        }
        Set<String> macs = Set.of(row.getString("mac_addresses").split(" "));
        StoredSystem system = new StoredSystem(
                UUID.fromString(row.getString("uuid")),
                new MachineIdentity(ids, row.getString("bios_uuid"), macs),
                new SystemLabels(row.getString("display_name"), row.getString("reporter"), null),
                new StoredSystem.CheckIns(
                        Micros.instant(row.getLong("created")), Micros.instant(row.getLong("updated"))),
                state(row));
        return new Row(row.getLong("id"), row.getBoolean("has_tags"), system);
    }

    static ProfileContent content(ResultSet row) throws SQLException {
        return ProfileContent.kept(row.getString("digest"), row.getBytes("deflated"));
    }

    static SystemState state(ResultSet row) throws SQLException {
        return new SystemState(
                UUID.fromString(row.getString("state_uuid")),
                UUID.fromString(row.getString("uuid")),
                new CaptureDate(Micros.instant(row.getLong("captured")), row.getString("captured_as_given")),
                row.getString("state_fqdn"),
                row.getString("digest"));
    }

    /** Ids as a JSON array, for json_each: a UUID has nothing in it that would have to be escaped. */
    static String list(Collection<?> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}

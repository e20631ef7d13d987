package io.drift.jdbc;

import io.drift.registry.store.BaselineWrites;
import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemPage;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.SystemWrites;
import io.drift.registry.store.Tag;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Systems on one connection, within one transaction. */
record SqliteSystems(Sql sql) implements SystemWrites {

    private static final String OF_IDS = " where s.org = ? and s.uuid in (select value from json_each(?))";

    @Override
    public List<StoredSystem> recognised(OrgId org, IdentityKind kind, String id) {
        return systems(" where s." + SystemRows.column(kind) + " = ? and s.org = ? limit 2", id, org.value());
    }

    @Override
    public List<StoredSystem> systems(OrgId org, Collection<UUID> ids) {
        return systems(OF_IDS, org.value(), SystemRows.list(ids));
    }

    private List<StoredSystem> systems(String condition, Object... parameters) {
        return SystemRows.withTags(sql.query(SystemRows.SYSTEMS + condition, SystemRows::system, parameters), sql);
    }

    @Override
    public void current(OrgId org, Collection<UUID> ids, Consumer<KnownState> each) {
        withContents(
                systems(org, ids).stream()
                        .map(system -> new Described(system, system.current()))
                        .toList(),
                each);
    }

    /** A state without its content. */
    private record Described(StoredSystem system, SystemState state) {}

    private void withContents(List<Described> states, Consumer<KnownState> each) {
        Map<String, List<Described>> byDigest =
                states.stream().collect(Collectors.groupingBy(one -> one.state().digest()));
        sql.each(
                "select digest, deflated from contents where digest in (select value from json_each(?))",
                row -> {
                    ProfileContent content = SystemRows.content(row);
                    for (Described one : byDigest.get(content.digest())) {
                        each.accept(new KnownState(one.system(), one.state(), content));
                    }
                },
                SystemRows.list(byDigest.keySet()));
    }

    @Override
    public SystemPage page(OrgId org, SystemQuery query) {
        return new PageQuery(org, query).find(sql);
    }

    @Override
    public Optional<SystemState> stateAt(OrgId org, UUID systemId, CaptureDate captured) {
        return sql
                .query(
                        SystemRows.STATES + " where s.org = ? and s.uuid = ? and c.captured = ?",
                        SystemRows::state,
                        org.value(),
                        systemId.toString(),
                        Micros.of(captured.instant()))
                .stream()
                .findFirst();
    }

    @Override
    public List<SystemState> states(OrgId org, UUID systemId, SystemQuery.Window window) {
        return sql.query(
                SystemRows.STATES + " where s.org = ? and s.uuid = ? order by c.captured desc limit ? offset ?",
                SystemRows::state,
                org.value(),
                systemId.toString(),
                window.limit(),
                window.offset());
    }

    @Override
    public List<UUID> systemIds(OrgId org) {
        return sql.query(
                "select uuid from systems where org = ? order by uuid",
                row -> UUID.fromString(row.getString(1)),
                org.value());
    }

    @Override
    public void known(OrgId org, Collection<UUID> stateIds, Consumer<KnownState> each) {
        List<SystemState> found = sql.query(
                SystemRows.STATES + " where s.org = ? and c.uuid in (select value from json_each(?))",
                SystemRows::state,
                org.value(),
                SystemRows.list(stateIds));
        Map<UUID, StoredSystem> systems = new HashMap<>();
        systems(org, found.stream().map(SystemState::systemId).distinct().toList())
                .forEach(system -> systems.put(system.id(), system));
        withContents(
                found.stream()
                        .map(state -> new Described(systems.get(state.systemId()), state))
                        .toList(),
                each);
    }

    @Override
    public void add(OrgId org, StoredSystem system, ProfileContent content) {
        sql.update(
                "insert into systems (org, uuid, name_key, has_tags, mac_addresses, created, updated, current_state)"
                        + " values (?, ?, '', 0, '', 0, 0, '')",
                org.value(),
                system.id().toString());
        addState(org, system.current(), content);
        replace(org, system);
    }

    @Override
    public void addState(OrgId org, SystemState state, ProfileContent content) {
        sql.update(
                "insert into contents (digest, deflated) values (?, ?) on conflict (digest) do nothing",
                content.digest(),
                content.deflated());
        sql.update(
                "insert into states (uuid, system, captured, captured_as_given, fqdn, content)"
                        + " values (?, ?, ?, ?, ?, (select id from contents where digest = ?))",
                state.id().toString(),
                number(org, state.systemId()),
                Micros.of(state.captured().instant()),
                state.captured().asGiven(),
                state.fqdn(),
                content.digest());
    }

    private long number(OrgId org, UUID systemId) {
        return sql
                .query(
                        "select id from systems where org = ? and uuid = ?",
                        row -> row.getLong(1),
                        org.value(),
                        systemId.toString())
                .stream()
                .findFirst()
                .orElseThrow(() -> new StoreFailureException("there is no system " + systemId));
    }

    @Override
    public void replace(OrgId org, StoredSystem system) {
        MachineIdentity identity = system.identity();
        long number = number(org, system.id());
        sql.update(
                "update systems set display_name = ?, name_key = ?, reporter = ?, has_tags = ?, insights_id = ?,"
                        + " machine_id = ?, subscription_manager_id = ?, fqdn = ?, bios_uuid = ?, mac_addresses = ?,"
                        + " created = ?, updated = ?, current_state = ? where id = ?",
                system.labels().displayName(),
                system.name().toLowerCase(Locale.ROOT),
                system.labels().reporter(),
                system.labels().tags() == null ? 0 : 1,
                identity.id(IdentityKind.INSIGHTS_ID),
                identity.id(IdentityKind.MACHINE_ID),
                identity.id(IdentityKind.SUBSCRIPTION_MANAGER_ID),
                identity.id(IdentityKind.FQDN),
                identity.biosUuid(),
                String.join(" ", identity.macAddresses()),
                Micros.of(system.checkIns().first()),
                Micros.of(system.checkIns().last()),
                system.current().id().toString(),
                number);
        replaceTags(number, system.labels().tagsOrNone());
    }

    private void replaceTags(long system, List<Tag> tags) {
        sql.update("delete from tags where system = ?", system);
        for (int position = 0; position < tags.size(); position++) {
            Tag tag = tags.get(position);
            sql.update(
                    "insert into tags (system, position, namespace, tag_key, tag_value) values (?, ?, ?, ?, ?)",
                    system,
                    position,
                    tag.namespace(),
                    tag.key(),
                    tag.value());
        }
    }

    @Override
    public int deleteStates(OrgId org, Collection<UUID> stateIds) {
        String earlier =
                " from states where uuid in (select value from json_each(?)) and exists (select 1 from systems s"
                        + " where s.id = states.system and s.org = ? and s.current_state <> states.uuid)";
        String ids = SystemRows.list(stateIds);
        List<Long> contents = sql.query("select distinct content" + earlier, row -> row.getLong(1), ids, org.value());
        int deleted = sql.update("delete" + earlier, ids, org.value());
        deleteUnused(contents);
        return deleted;
    }

    private void deleteUnused(List<Long> contents) {
        sql.update(
                "delete from contents where id in (select value from json_each(?))"
                        + " and not exists (select 1 from states where content = contents.id)",
                contents.toString());
    }

    @Override
    public boolean delete(OrgId org, UUID systemId) {
        String ofSystem =
                "(select content from states where system =" + " (select id from systems where org = ? and uuid = ?))";
        List<Long> contents = sql.query(
                "select distinct id from contents where id in " + ofSystem,
                row -> row.getLong(1),
                org.value(),
                systemId.toString());
        int deleted = sql.update("delete from systems where org = ? and uuid = ?", org.value(), systemId.toString());
        deleteUnused(contents);
        return deleted > 0;
    }

    @Override
    public BaselineWrites baselines() {
        return new SqliteBaselines(sql);
    }
}

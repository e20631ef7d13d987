package io.drift.registry.contract;

import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemPage;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemReads;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.SystemWrites;
import io.drift.registry.store.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stores that forget everything with the process. */
public final class MemoryStores implements SystemStores {

    private Contents contents = new Contents(Map.of(), Map.of(), Map.of(), MemoryBaselines.none());

    /** Who has what. */
    private record Owned<T>(OrgId org, T value) {}

    /** What there is; a unit of work has a copy. */
    private record Contents(
            Map<UUID, Owned<StoredSystem>> systems,
            Map<UUID, Owned<SystemState>> states,
            Map<String, ProfileContent> profiles,
            MemoryBaselines baselines)
            implements SystemWrites {

        Contents {
            systems = new LinkedHashMap<>(systems);
            states = new LinkedHashMap<>(states);
            profiles = new LinkedHashMap<>(profiles);
            Map<UUID, Owned<StoredSystem>> there = systems;
            baselines = baselines.copy(
                    (org, id) -> there.containsKey(id) && there.get(id).org().equals(org));
        }

        private List<StoredSystem> of(OrgId org) {
            return systems.values().stream()
                    .filter(one -> one.org().equals(org))
                    .map(Owned::value)
                    .toList();
        }

        @Override
        public List<StoredSystem> recognised(OrgId org, IdentityKind kind, String id) {
            return of(org).stream()
                    .filter(one -> id.equals(one.identity().id(kind)))
                    .limit(2)
                    .toList();
        }

        @Override
        public List<StoredSystem> systems(OrgId org, Collection<UUID> ids) {
            return of(org).stream().filter(one -> ids.contains(one.id())).toList();
        }

        @Override
        public void current(OrgId org, Collection<UUID> ids, Consumer<KnownState> each) {
            systems(org, ids).stream()
                    .map(one -> new KnownState(
                            one, one.current(), profiles.get(one.current().digest())))
                    .forEach(each);
        }

        @Override
        public SystemPage page(OrgId org, SystemQuery query) {
            List<StoredSystem> found = of(org).stream()
                    .filter(one -> isAsked(one, query))
                    .sorted(order(query.order()))
                    .toList();
            return new SystemPage(
                    found.stream()
                            .skip(query.window().offset())
                            .limit(query.window().limit())
                            .toList(),
                    found.size());
        }

        private static boolean isAsked(StoredSystem system, SystemQuery query) {
            String fqdn = system.identity().id(IdentityKind.FQDN);
            return (query.namePart() == null || lower(system.name()).contains(lower(query.namePart())))
                    && (query.fqdn() == null || lower(query.fqdn()).equals(fqdn))
                    && query.tags().stream().allMatch(tag -> has(tag, system))
                    && (query.heardOf().isEmpty() || query.heardOf().stream().anyMatch(span -> isIn(span, system)));
        }

        private static boolean has(Tag tag, StoredSystem system) {
            return system.labels().tagsOrNone().stream()
                    .anyMatch(one -> Objects.equals(one.namespace(), tag.namespace())
                            && one.key().equals(tag.key())
                            && (tag.value() == null || tag.value().equals(one.value())));
        }

        private static boolean isIn(SystemQuery.Span span, StoredSystem system) {
            return !system.checkIns().last().isBefore(span.from())
                    && system.checkIns().last().isBefore(span.until());
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }

        private static Comparator<StoredSystem> order(SystemQuery.Order order) {
            Comparator<StoredSystem> byId = Comparator.comparing(one -> one.id().toString());
            Comparator<StoredSystem> byName = Comparator.comparing((StoredSystem one) -> lower(one.name()))
                    .thenComparing(byId);
            Comparator<StoredSystem> byNews = Comparator.comparing(
                            (StoredSystem one) -> one.checkIns().last())
                    .thenComparing(byId);
            return switch (order) {
                case NAME_UP -> byName;
                case NAME_DOWN -> byName.reversed();
                case UPDATED_UP -> byNews;
                case UPDATED_DOWN -> byNews.reversed();
            };
        }

        @Override
        public Optional<SystemState> stateAt(OrgId org, UUID systemId, CaptureDate captured) {
            return newestFirst(org, systemId).stream()
                    .filter(state -> state.captured().instant().equals(captured.instant()))
                    .findFirst();
        }

        private List<SystemState> newestFirst(OrgId org, UUID systemId) {
            return states.values().stream()
                    .filter(one ->
                            one.org().equals(org) && one.value().systemId().equals(systemId))
                    .map(Owned::value)
                    .sorted(Comparator.comparing(
                                    (SystemState state) -> state.captured().instant())
                            .reversed())
                    .toList();
        }

        @Override
        public List<SystemState> states(OrgId org, UUID systemId, SystemQuery.Window window) {
            return newestFirst(org, systemId).stream()
                    .skip(window.offset())
                    .limit(window.limit())
                    .toList();
        }

        @Override
        public List<UUID> systemIds(OrgId org) {
            return of(org).stream()
                    .map(StoredSystem::id)
                    .sorted(Comparator.comparing(UUID::toString))
                    .toList();
        }

        @Override
        public void known(OrgId org, Collection<UUID> stateIds, Consumer<KnownState> each) {
            states.values().stream()
                    .filter(one -> one.org().equals(org)
                            && stateIds.contains(one.value().id()))
                    .map(Owned::value)
                    .map(state ->
                            new KnownState(systems.get(state.systemId()).value(), state, profiles.get(state.digest())))
                    .forEach(each);
        }

        @Override
        public void add(OrgId org, StoredSystem system, ProfileContent content) {
            systems.put(system.id(), new Owned<>(org, system));
            addState(org, system.current(), content);
        }

        @Override
        public void addState(OrgId org, SystemState state, ProfileContent content) {
            if (systems(org, List.of(state.systemId())).isEmpty()
                    || stateAt(org, state.systemId(), state.captured()).isPresent()) {
                throw new IllegalStateException("no such system, or there is a state of that date");
            }
            states.put(state.id(), new Owned<>(org, state));
            profiles.put(content.digest(), content);
        }

        @Override
        public void replace(OrgId org, StoredSystem system) {
            systems.put(system.id(), new Owned<>(org, system));
        }

        @Override
        public int deleteStates(OrgId org, Collection<UUID> stateIds) {
            List<UUID> current =
                    of(org).stream().map(system -> system.current().id()).toList();
            int before = states.size();
            states.values()
                    .removeIf(one -> one.org().equals(org)
                            && stateIds.contains(one.value().id())
                            && !current.contains(one.value().id()));
            forgetUnused();
            return before - states.size();
        }

        private void forgetUnused() {
            List<String> used = new ArrayList<>();
            states.values().forEach(one -> used.add(one.value().digest()));
            profiles.keySet().retainAll(used);
        }

        @Override
        public boolean delete(OrgId org, UUID systemId) {
            boolean there = !systems(org, List.of(systemId)).isEmpty();
            if (there) {
                systems.remove(systemId);
                baselines.systemIsGone(systemId);
                states.values().removeIf(one -> one.value().systemId().equals(systemId));
                forgetUnused();
            }
            return there;
        }
    }

    @Override
    public synchronized <T> T read(Function<SystemReads, T> work) {
        return work.apply(contents);
    }

    @Override
    public synchronized <T> T write(Function<SystemWrites, T> work) {
        Contents changed =
                new Contents(contents.systems(), contents.states(), contents.profiles(), contents.baselines());
        T result = work.apply(changed);
        contents = changed;
        return result;
    }

    @Override
    public void close() {}
}

package io.drift.registry.contract;

import io.drift.registry.store.Association;
import io.drift.registry.store.BaselineHead;
import io.drift.registry.store.BaselinePage;
import io.drift.registry.store.BaselineQuery;
import io.drift.registry.store.BaselineWrites;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredBaseline;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * The baselines of a fake store.
 *
 * @param hasSystem whether an organisation has a system
 */
record MemoryBaselines(
        Map<UUID, Owned<StoredBaseline>> baselines,
        Map<UUID, Owned<Association>> all,
        BiPredicate<OrgId, UUID> hasSystem)
        implements BaselineWrites {

    /** Who has what. */
    record Owned<T>(OrgId org, T value) {}

    static MemoryBaselines none() {
        return new MemoryBaselines(new LinkedHashMap<>(), new LinkedHashMap<>(), (org, system) -> false);
    }

    MemoryBaselines copy(BiPredicate<OrgId, UUID> systems) {
        return new MemoryBaselines(new LinkedHashMap<>(baselines), new LinkedHashMap<>(all), systems);
    }

    private static <T> List<T> of(OrgId org, Map<UUID, Owned<T>> owned) {
        return owned.values().stream()
                .filter(one -> one.org().equals(org))
                .map(Owned::value)
                .toList();
    }

    @Override
    public BaselinePage page(OrgId org, BaselineQuery query) {
        List<StoredBaseline> found = of(org, baselines).stream()
                .filter(one ->
                        query.ids() == null || query.ids().contains(one.head().id()))
                .filter(one -> query.namePart() == null || key(one.head()).contains(lower(query.namePart())))
                .sorted(Comparator.comparing(StoredBaseline::head, order(query)))
                .toList();
        return new BaselinePage(
                found.stream()
                        .skip(query.window().offset())
                        .limit(query.window().limit())
                        .map(one -> new BaselinePage.Listed(
                                one.head(),
                                one.facts().size(),
                                ofBaseline(org, one.head().id()).size()))
                        .toList(),
                found.size(),
                of(org, baselines).size());
    }

    private static String key(BaselineHead head) {
        return lower(head.name());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Comparator<BaselineHead> order(BaselineQuery query) {
        Comparator<BaselineHead> order = switch (query.order()) {
            case NAME -> Comparator.comparing(MemoryBaselines::key);
            case CREATED -> Comparator.comparing(BaselineHead::created);
            case UPDATED -> Comparator.comparing(BaselineHead::updated);
        };
        Comparator<BaselineHead> up = order.thenComparing(head -> head.id().toString());
        return query.isUp() ? up : up.reversed();
    }

    @Override
    public List<StoredBaseline> find(OrgId org, Collection<UUID> ids) {
        return of(org, baselines).stream()
                .filter(one -> ids.contains(one.head().id()))
                .toList();
    }

    @Override
    public Optional<UUID> named(OrgId org, String name) {
        return of(org, baselines).stream()
                .map(StoredBaseline::head)
                .filter(head -> head.name().equals(name))
                .map(BaselineHead::id)
                .findFirst();
    }

    @Override
    public List<Association> ofBaseline(OrgId org, UUID baselineId) {
        return associations(org).stream()
                .filter(one -> one.baselineId().equals(baselineId))
                .toList();
    }

    @Override
    public List<Association> ofSystems(OrgId org, Collection<UUID> systemIds) {
        return associations(org).stream()
                .filter(one -> systemIds.contains(one.systemId()))
                .toList();
    }

    @Override
    public List<Association> associations(OrgId org) {
        return of(org, all);
    }

    @Override
    public void add(OrgId org, StoredBaseline baseline) {
        if (named(org, baseline.head().name()).isPresent()) {
            throw new IllegalStateException("there is one of that name");
        }
        baselines.put(baseline.head().id(), new Owned<>(org, baseline));
    }

    @Override
    public void replace(OrgId org, StoredBaseline baseline) {
        baselines.put(baseline.head().id(), new Owned<>(org, baseline));
    }

    @Override
    public boolean delete(OrgId org, UUID baselineId) {
        boolean there = !find(org, List.of(baselineId)).isEmpty();
        if (there) {
            baselines.remove(baselineId);
            all.values().removeIf(one -> one.value().baselineId().equals(baselineId));
        }
        return there;
    }

    @Override
    public void associate(OrgId org, Association association) {
        if (!hasSystem.test(org, association.systemId())
                || find(org, List.of(association.baselineId())).isEmpty()) {
            throw new IllegalStateException("no such system, or no such baseline");
        }
        all.put(association.id(), new Owned<>(org, association));
    }

    @Override
    public void replaceGroups(OrgId org, Association association) {
        all.computeIfPresent(
                association.id(),
                (id, kept) -> kept.org().equals(org)
                        ? new Owned<>(org, kept.value().withGroups(association.groups()))
                        : kept);
    }

    @Override
    public void dissociate(OrgId org, UUID associationId) {
        all.computeIfPresent(associationId, (id, kept) -> kept.org().equals(org) ? null : kept);
    }

    void systemIsGone(UUID systemId) {
        all.values().removeIf(one -> one.value().systemId().equals(systemId));
    }
}

package io.drift.registry.baselines;

import io.drift.core.error.InvalidQueryException;
import io.drift.registry.baselines.BaselineListener.Event;
import io.drift.registry.store.BaselineEntry;
import io.drift.registry.store.BaselineHead;
import io.drift.registry.store.BaselinePage;
import io.drift.registry.store.BaselineQuery;
import io.drift.registry.store.BaselineReads;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredBaseline;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemStores;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What systems should be: baselines, which people make and change.
 *
 * <pre>{@code
 * Baselines baselines = new Baselines(stores, clock, UUID::randomUUID);
 * StoredBaseline golden = baselines.create(
 *         OrgId.LOCAL, BaselineName.parse("golden"), List.of(FactDraft.of("arch", "x86_64")));
 * }</pre>
 *
 * <p>Thread-safe. What breaks a rule is refused with an {@link InvalidQueryException} that says which one.
 */
public final class Baselines {

    private final SystemStores stores;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final BaselineListener listener;

    /**
     * The baselines of a store.
     *
     * @param stores where they are kept
     * @param clock tells when they are made and changed
     * @param ids makes ids that nothing else has
     */
    public Baselines(SystemStores stores, Clock clock, Supplier<UUID> ids) {
        this(stores, clock, ids, BaselineListener.NONE);
    }

    private Baselines(SystemStores stores, Clock clock, Supplier<UUID> ids, BaselineListener listener) {
        this.stores = stores;
        this.clock = clock;
        this.ids = ids;
        this.listener = listener;
    }

    /**
     * The same, watched.
     *
     * @param other hears what is done
     * @return the changed baselines
     */
    public Baselines withListener(BaselineListener other) {
        return new Baselines(stores, clock, ids, other);
    }

    /**
     * A page of them.
     *
     * @param org whose
     * @param query which ones
     * @return the page
     */
    public BaselinePage page(OrgId org, BaselineQuery query) {
        return stores.read(store -> store.baselines().page(org, query));
    }

    /**
     * Some of them.
     *
     * @param org whose
     * @param ids any number
     * @return those that there are, in the order of the ids
     */
    public List<StoredBaseline> find(OrgId org, Collection<UUID> ids) {
        Map<UUID, StoredBaseline> found = new LinkedHashMap<>();
        stores.read(store -> store.baselines().find(org, ids))
                .forEach(one -> found.put(one.head().id(), one));
        return ids.stream()
                .distinct()
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    /**
     * A page of some of them, with their facts.
     *
     * @param org whose
     * @param ids which ones; no others, whatever the query says
     * @param query in which order, and which part
     * @return the page, all of one moment
     */
    public Facts facts(OrgId org, List<UUID> ids, BaselineQuery query) {
        return stores.read(store -> {
            BaselinePage page = store.baselines().page(org, query.withIds(ids));
            Map<UUID, StoredBaseline> whole = new LinkedHashMap<>();
            store.baselines()
                    .find(
                            org,
                            page.baselines().stream()
                                    .map(one -> one.head().id())
                                    .toList())
                    .forEach(one -> whole.put(one.head().id(), one));
            return new Facts(page, whole, missing(org, ids, store.baselines()));
        });
    }

    /**
     * A page of baselines, and their facts.
     *
     * @param page which ones, in their order
     * @param whole those of the page by id
     * @param missing ids that were asked for and that nobody has
     */
    public record Facts(BaselinePage page, Map<UUID, StoredBaseline> whole, List<UUID> missing) {}

    private static List<UUID> missing(OrgId org, Collection<UUID> ids, BaselineReads store) {
        BaselineQuery all = BaselineQuery.ALL
                .withIds(List.copyOf(ids))
                .withWindow(new SystemQuery.Window(0, Math.max(1, ids.size())));
        Set<UUID> missing = new LinkedHashSet<>(ids);
        store.page(org, all)
                .baselines()
                .forEach(one -> missing.remove(one.head().id()));
        return List.copyOf(missing);
    }

    /**
     * Makes one.
     *
     * @param org whose it is
     * @param name that no other one has
     * @param facts perhaps none
     * @return the baseline
     */
    public StoredBaseline create(OrgId org, BaselineName name, List<FactDraft> facts) {
        List<BaselineEntry> checked = FactListRules.check(facts);
        StoredBaseline made = stores.write(store -> {
            refuseTaken(name, null, org, store.baselines());
            StoredBaseline baseline = new StoredBaseline(head(name, true), checked);
            store.baselines().add(org, baseline);
            return baseline;
        });
        listener.happened(Event.CREATED, 1);
        return made;
    }

    private BaselineHead head(BaselineName name, boolean notificationsEnabled) {
        Instant now = clock.instant();
        return new BaselineHead(ids.get(), name.text(), now, now, notificationsEnabled);
    }

    private static void refuseTaken(BaselineName name, @Nullable UUID owner, OrgId org, BaselineReads store) {
        Optional<UUID> other = store.named(org, name.text());
        if (other.isPresent() && !other.get().equals(owner)) {
            throw new InvalidQueryException("A baseline with this name already exists.");
        }
    }

    /**
     * Makes one with the facts and the notifications of another one, but without its systems.
     *
     * @param org whose both are
     * @param original the id of the other one
     * @param name that no other one has
     * @return the new one; empty if there is no such original
     */
    public Optional<StoredBaseline> copy(OrgId org, UUID original, BaselineName name) {
        Optional<StoredBaseline> made = stores.write(store -> store.baselines().find(org, List.of(original)).stream()
                .findFirst()
                .map(found -> {
                    refuseTaken(name, null, org, store.baselines());
                    StoredBaseline copy =
                            new StoredBaseline(head(name, found.head().notificationsEnabled()), found.facts());
                    store.baselines().add(org, copy);
                    return copy;
                }));
        made.ifPresent(copy -> listener.happened(Event.CREATED, 1));
        return made;
    }

    /**
     * Changes one. Changes of the same one come one after the other.
     *
     * @param org whose it is
     * @param id its id
     * @param change what is to become of it
     * @return the changed one; empty if there is none
     */
    public Optional<StoredBaseline> change(OrgId org, UUID id, BaselineChange change) {
        Optional<StoredBaseline> done = stores.write(store -> store.baselines().find(org, List.of(id)).stream()
                .findFirst()
                .map(found -> {
                    refuseTaken(change.name(), id, org, store.baselines());
                    StoredBaseline changed = changed(found, change);
                    store.baselines().replace(org, changed);
                    return changed;
                }));
        done.ifPresent(changed -> listener.happened(Event.CHANGED, 1));
        return done;
    }

    private StoredBaseline changed(StoredBaseline before, BaselineChange change) {
        BaselineHead head = before.head().withName(change.name().text(), clock.instant());
        Boolean notifications = change.notificationsEnabled();
        return new StoredBaseline(
                notifications == null ? head : head.withNotifications(notifications),
                change.facts() == null
                        ? before.facts()
                        : FactListRules.check(change.facts().apply(before.facts())));
    }

    /**
     * Removes some with their associations, if all of them are there.
     *
     * @param org whose
     * @param ids any number
     * @return those that were not there, so that nothing was removed; empty if all were removed
     */
    public List<UUID> delete(OrgId org, Collection<UUID> ids) {
        List<UUID> notThere = stores.write(store -> {
            List<UUID> missing = missing(org, ids, store.baselines());
            if (missing.isEmpty()) {
                ids.forEach(id -> store.baselines().delete(org, id));
            }
            return missing;
        });
        listener.happened(Event.DELETED, notThere.isEmpty() ? ids.size() : 0);
        return notThere;
    }
}

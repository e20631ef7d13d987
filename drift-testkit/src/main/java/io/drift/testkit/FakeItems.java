package io.drift.testkit;

import io.drift.core.error.DriftException;
import io.drift.core.port.RequestContext;
import io.drift.core.source.FactSource;
import java.util.List;

/**
 * What the fakes that find items by id have in common. Thread-safe.
 *
 * <pre>{@code
 * FakeInventory inventory = new FakeInventory().with(web, db).failOn(db.id(), ItemNotReturnedException.ofIds(List.of(db.id())));
 * }</pre>
 *
 * @param <T> what it finds
 * @param <F> the fake itself
 */
public abstract sealed class FakeItems<T extends FactSource, F extends FakeItems<T, F>> extends FakePort<F>
        permits FakeInventory, FakeBaselines, FakeHistoricalProfiles {

    private final Shelf<T> items = new Shelf<>();

    FakeItems(String name) {
        super(name);
    }

    /**
     * Adds items, in place of those with the same ids.
     *
     * @param more what it finds from now on
     * @return this
     */
    @SafeVarargs
    public final F with(T... more) {
        for (T item : more) {
            items.put(item.id(), item);
        }
        return self();
    }

    /**
     * From now on calls fail that ask for a certain id, whatever else they ask for.
     *
     * @param id an id in any case, known or not
     * @param failure what is thrown
     * @return this
     */
    public final F failOn(String id, DriftException failure) {
        failures().add(call -> call.ids().stream().anyMatch(id::equalsIgnoreCase), FailureScript.ALL, failure);
        return self();
    }

    /**
     * Finds what there is.
     *
     * @param ids any number, in any case
     * @param context who asks
     * @return the items in the order of the ids; unknown ids are left out
     * @throws DriftException if it was told to fail, or the request is cancelled
     */
    public final List<T> find(List<String> ids, RequestContext context) {
        receive(ids, context);
        return items.find(ids);
    }
}

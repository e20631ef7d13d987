package io.drift.testkit;

import io.drift.core.error.DriftException;
import io.drift.core.port.RequestContext;
import io.drift.core.source.FactSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all fakes do that hold items: they return what there is in the order of the ids, which may be in any case, and
 * record what they were asked. Thread-safe.
 */
final class FakePort<T extends FactSource> {

    private static final int MOST_CALLS = 10_000;

    private final Shelf<T> items = new Shelf<>();
    private final CallLog<PortCall> calls = new CallLog<>(MOST_CALLS);
    private volatile @Nullable DriftException failure;

    void add(List<T> more) {
        more.forEach(item -> items.put(item.id(), item));
    }

    void failWith(@Nullable DriftException failure) {
        this.failure = failure;
    }

    List<T> find(List<String> ids, RequestContext context) {
        calls.add(new PortCall(ids, context));
        DriftException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        return items.find(ids);
    }

    List<PortCall> calls() {
        return calls.all();
    }
}

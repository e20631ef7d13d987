package io.drift.testkit;

import io.drift.core.access.Permission;
import io.drift.core.error.DriftException;
import io.drift.core.port.AccessControl;
import io.drift.core.port.RequestContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Access control in memory: whoever asks has the same permissions, at first all of them. Thread-safe. */
public final class FakeAccessControl implements AccessControl {

    private static final int MOST_CALLS = 10_000;

    private final CallLog<PortCall> calls = new CallLog<>(MOST_CALLS);
    private volatile List<Permission> granted = List.of(new Permission("drift:*:*"), new Permission("inventory:*:*"));
    private volatile @Nullable DriftException failure;

    /** Access control that grants everything. */
    public FakeAccessControl() {}

    /**
     * Grants everybody these permissions and no others.
     *
     * @param permissions such as {@code drift:comparisons:read}; none at all is fine
     * @return this
     */
    public FakeAccessControl grantOnly(String... permissions) {
        granted = Stream.of(permissions).map(Permission::new).toList();
        return this;
    }

    /**
     * From now on every call fails.
     *
     * @param failure what is thrown
     * @return this
     */
    public FakeAccessControl failWith(DriftException failure) {
        this.failure = failure;
        return this;
    }

    /**
     * From now on calls are answered again.
     *
     * @return this
     */
    public FakeAccessControl recover() {
        failure = null;
        return this;
    }

    /**
     * What it was asked, failed calls included.
     *
     * @return the most recent 10,000 calls, oldest first, without ids
     */
    public List<PortCall> calls() {
        return calls.all();
    }

    /** Finds what was granted. */
    @Override
    public List<Permission> find(RequestContext context) {
        calls.add(new PortCall(List.of(), context));
        DriftException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        return granted;
    }
}

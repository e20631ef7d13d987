package io.drift.testkit;

import io.drift.core.access.Permission;
import io.drift.core.port.AccessControl;
import io.drift.core.port.RequestContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * Access control in memory: whoever asks has the same permissions, at first all of them. Thread-safe.
 *
 * <pre>{@code
 * FakeAccessControl mayOnlyRead = new FakeAccessControl().grantOnly("drift:comparisons:read");
 * }</pre>
 */
public final class FakeAccessControl extends FakePort<FakeAccessControl> implements AccessControl {

    private volatile List<Permission> granted = List.of(new Permission("drift:*:*"), new Permission("inventory:*:*"));

    /** Access control that grants everything. */
    public FakeAccessControl() {
        super("fake access control");
    }

    @Override
    FakeAccessControl self() {
        return this;
    }

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

    /** Finds what was granted. */
    @Override
    public List<Permission> find(RequestContext context) {
        receive(List.of(), context);
        return granted;
    }
}

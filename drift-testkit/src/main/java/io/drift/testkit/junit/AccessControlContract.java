package io.drift.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.access.Permission;
import io.drift.core.port.AccessControl;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.testkit.Identities;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AccessControl} must do. A test class extends it and says how to make one. */
public abstract class AccessControlContract {

    /** For subclasses. */
    protected AccessControlContract() {}

    /**
     * Makes access control.
     *
     * @param permissions what callers were granted, and nothing else
     * @return the access control to be tested
     */
    protected abstract AccessControl accessControlGranting(List<String> permissions);

    /**
     * The context of the calls. Override it for an adapter that needs another caller.
     *
     * @return a user without a deadline
     */
    protected RequestContext context() {
        return new RequestContext(Identities.user("tester").caller(), "contract", Instant.MAX, new Cancellation());
    }

    @Test
    void finds_what_was_granted_in_both_applications() {
        assertThat(granted("drift:comparisons:read", "drift:baselines:read", "inventory:hosts:read"))
                .extracting(Permission::text)
                .containsExactlyInAnyOrder("drift:comparisons:read", "drift:baselines:read", "inventory:hosts:read");
    }

    @Test
    void finds_asterisks_as_they_are() {
        assertThat(granted("drift:*:*")).containsExactly(new Permission("drift:*:*"));
    }

    @Test
    void finds_nothing_where_nothing_was_granted() {
        assertThat(granted()).isEmpty();
    }

    private List<Permission> granted(String... permissions) {
        return accessControlGranting(List.of(permissions)).find(context());
    }
}

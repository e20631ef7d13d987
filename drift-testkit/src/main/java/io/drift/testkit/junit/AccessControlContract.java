package io.drift.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.access.Permission;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.port.AccessControl;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.testkit.Identities;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link AccessControl} must do. A test class extends it and says how to make one. */
public abstract class AccessControlContract {

    private static final int MORE_THAN_A_PAGE = 120;

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

    @Test
    void finds_more_permissions_than_fit_on_a_page() {
        String[] many = IntStream.range(0, MORE_THAN_A_PAGE)
                .mapToObj(number -> "drift:resource" + number + ":read")
                .toArray(String[]::new);

        assertThat(granted(many)).extracting(Permission::text).containsExactlyInAnyOrder(many);
    }

    @Test
    void gives_up_what_nobody_waits_for_any_more() {
        AccessControl accessControl = accessControlGranting(List.of("drift:*:*"));
        RequestContext given = context();
        given.cancellation().cancel();

        assertThatThrownBy(() -> accessControl.find(given))
                .as("a find of a request that is cancelled")
                .isInstanceOf(DeadlineExceededException.class);
    }

    private List<Permission> granted(String... permissions) {
        return accessControlGranting(List.of(permissions)).find(context());
    }
}

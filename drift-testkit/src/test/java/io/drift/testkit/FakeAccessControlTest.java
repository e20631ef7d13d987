package io.drift.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.access.Permission;
import io.drift.core.error.AccessDeniedException;
import io.drift.core.port.AccessControl;
import io.drift.testkit.junit.AccessControlContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeAccessControlTest extends AccessControlContract {

    @Override
    protected AccessControl accessControlGranting(List<String> permissions) {
        return new FakeAccessControl().grantOnly(permissions.toArray(String[]::new));
    }

    @Test
    void grants_everything_at_first() {
        assertThat(new FakeAccessControl().find(context()))
                .containsExactly(new Permission("drift:*:*"), new Permission("inventory:*:*"));
    }

    @Test
    void fails_as_told_until_it_recovers() {
        FakeAccessControl fake = new FakeAccessControl().failWith(new AccessDeniedException("no"));

        assertThatThrownBy(() -> fake.find(context())).hasMessage("no");
        assertThat(fake.recover().find(context())).hasSize(2);
        assertThat(fake.calls()).hasSize(2);
    }
}

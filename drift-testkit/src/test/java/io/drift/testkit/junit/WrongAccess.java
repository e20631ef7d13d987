package io.drift.testkit.junit;

import io.drift.core.access.Permission;
import io.drift.core.port.AccessControl;
import java.util.List;

/** Access controls that are wrong, each in the way that its name says. */
final class WrongAccess {

    private static final int ONE_PAGE = 100;

    private WrongAccess() {}

    static final class Grants_everything extends AccessControlContract {
        @Override
        protected AccessControl accessControlGranting(List<String> permissions) {
            return context -> List.of(new Permission("drift:*:*"));
        }
    }

    static final class Reads_the_first_page_only extends AccessControlContract {
        @Override
        protected AccessControl accessControlGranting(List<String> permissions) {
            return RightAdapters.access(permissions.subList(0, Math.min(ONE_PAGE, permissions.size())));
        }
    }

    static final class Knows_one_application_only extends AccessControlContract {
        @Override
        protected AccessControl accessControlGranting(List<String> permissions) {
            return RightAdapters.access(permissions.stream()
                    .filter(permission -> permission.startsWith("drift:"))
                    .toList());
        }
    }
}

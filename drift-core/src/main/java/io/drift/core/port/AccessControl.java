package io.drift.core.port;

import io.drift.core.access.Permission;
import java.util.List;

/**
 * Who knows what a caller may do.
 *
 * <pre>{@code
 * AccessControl readers = context -> List.of(new Permission("drift:comparisons:read"));
 * }</pre>
 *
 * <p>Asked on any thread, by several requests at the same time.
 */
@FunctionalInterface
public interface AccessControl {

    /**
     * Finds the caller's permissions.
     *
     * @param context who asks, and until when
     * @return what the caller was granted in the applications {@code drift} and {@code inventory}, perhaps nothing
     * @throws io.drift.core.error.DriftException if it cannot tell
     */
    List<Permission> find(RequestContext context);
}

package io.drift.json;

import io.drift.core.access.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a caller was granted.
 *
 * <pre>{@code
 * AccessPage page = AccessReader.readPage(in);
 * boolean last = page.next() == null;
 * }</pre>
 *
 * @param permissions in their order; perhaps none
 * @param next where the next page is, as the service says it; null on the last page
 */
public record AccessPage(
        List<Permission> permissions, @Nullable String next) {

    /** Copies the list. */
    public AccessPage {
        permissions = List.copyOf(permissions);
    }
}

package io.drift.core.access;

import io.drift.core.error.AccessDeniedException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a caller must be allowed: all permissions of at least one alternative.
 *
 * <pre>{@code
 * Permission read = new Permission("drift:comparisons:read");
 * Permission hosts = new Permission("inventory:hosts:read");
 * new RequiredPermissions(List.of(List.of(read, hosts))).check(accessControl.find(context));
 * }</pre>
 *
 * @param alternatives at least one, each with at least one permission
 */
public record RequiredPermissions(List<List<Permission>> alternatives) {

    /** What reading a comparison needs. */
    public static final RequiredPermissions READ_COMPARISONS = new RequiredPermissions(
            List.of(List.of(new Permission("drift:*:*")), List.of(new Permission("drift:comparisons:read"))));

    /**
     * Checks that something is required; an empty requirement would let everybody in.
     *
     * @throws IllegalArgumentException if there is no alternative, or one without a permission
     */
    public RequiredPermissions {
        alternatives = alternatives.stream().map(List::copyOf).toList();
        if (alternatives.isEmpty() || alternatives.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("no permission required: " + alternatives);
        }
    }

    /**
     * What settings ask for.
     *
     * @param alternatives at least one, each with at least one permission such as {@code drift:comparisons:read}
     * @return the same as permissions
     * @throws IllegalArgumentException if there is no alternative, or one without a permission
     */
    public static RequiredPermissions parse(List<List<String>> alternatives) {
        return new RequiredPermissions(alternatives.stream()
                .map(all -> all.stream().map(Permission::new).toList())
                .toList());
    }

    /**
     * Checks that a caller has one of the alternatives.
     *
     * @param granted what the caller was granted
     * @throws AccessDeniedException if that is not enough; the message lists the alternatives
     */
    public void check(Collection<Permission> granted) {
        boolean enough = alternatives.stream()
                .anyMatch(all ->
                        all.stream().allMatch(required -> granted.stream().anyMatch(one -> one.covers(required))));
        if (!enough) {
            throw new AccessDeniedException("user does not have access to " + inWords());
        }
    }

    private String inWords() {
        return alternatives.stream()
                .map(all -> all.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}

package io.drift.core.access;

import java.util.List;

/**
 * A permission in three segments, {@code application:resource:verb}. In a granted permission, {@code *} stands for any
 * segment (Q21).
 *
 * <pre>{@code
 * Permission granted = new Permission("drift:*:*");
 * boolean enough = granted.covers(new Permission("drift:comparisons:read")); // true
 * }</pre>
 *
 * <p>A text with more or fewer segments covers only what is equal to it.
 *
 * @param text such as {@code drift:comparisons:read}
 */
public record Permission(String text) {

    private static final int SEGMENTS = 3;

    /**
     * Whether this permission, once granted, covers another one.
     *
     * @param required a permission; a {@code *} in it is matched by {@code *} only
     * @return true if each segment is equal or granted as {@code *}
     */
    public boolean covers(Permission required) {
        List<String> granted = List.of(text.split(":", -1));
        List<String> wanted = List.of(required.text.split(":", -1));
        if (granted.size() != SEGMENTS || wanted.size() != SEGMENTS) {
            return text.equals(required.text);
        }
        for (int i = 0; i < SEGMENTS; i++) {
            if (!granted.get(i).equals("*") && !granted.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}

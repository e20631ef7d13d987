package io.drift.core.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An id that ignores case when it is compared (Q8): two that are equal name the same thing, however they are written.
 *
 * <pre>{@code
 * Map<SourceId, InventorySystem> systems = new HashMap<>();
 * systems.put(SourceId.of(system.id()), system);
 * InventorySystem found = systems.get(SourceId.of("5C0D3A9E-9F4B-4E5A-8D3C-2A1B0C9D8E7F"));
 * }</pre>
 */
public final class SourceId {

    private final String given;
    private final String compared;

    private SourceId(String given) {
        this.given = given;
        this.compared = given.toLowerCase(Locale.ROOT);
    }

    /**
     * An id.
     *
     * @param text any text; a UUID where it comes from the platform
     * @return what it is compared as
     */
    public static SourceId of(String text) {
        return new SourceId(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceId id && id.compared.equals(compared);
    }

    @Override
    public int hashCode() {
        return compared.hashCode();
    }

    /** As it was given. */
    @Override
    public String toString() {
        return given;
    }
}

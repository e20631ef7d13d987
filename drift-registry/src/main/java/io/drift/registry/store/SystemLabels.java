package io.drift.registry.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people call a system, and who told of it.
 *
 * <pre>{@code
 * SystemLabels labels = new SystemLabels("web-1", "puptoo", List.of(new Tag("mine", "role", "web")));
 * }</pre>
 *
 * @param displayName null if nobody gave it a name
 * @param reporter what sent its profile; null if it did not say
 * @param tags null in an upload that does not tell of tags, so that those of before stay
 */
public record SystemLabels(
        @Nullable String displayName,
        @Nullable String reporter,
        @Nullable List<Tag> tags) {

    /** Copies the list. */
    public SystemLabels {
        tags = tags == null ? null : List.copyOf(tags);
    }

    /**
     * These, and where they say nothing, those of before.
     *
     * @param before of the same system
     * @return the labels that count from now on
     */
    public SystemLabels over(SystemLabels before) {
        return new SystemLabels(
                displayName == null ? before.displayName : displayName,
                reporter == null ? before.reporter : reporter,
                tags == null ? before.tags : tags);
    }

    /**
     * The tags.
     *
     * @return empty if nobody told of any
     */
    public List<Tag> tagsOrNone() {
        return tags == null ? List.of() : tags;
    }
}

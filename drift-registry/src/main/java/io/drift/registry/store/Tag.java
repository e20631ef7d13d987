package io.drift.registry.store;

import org.jspecify.annotations.Nullable;

/**
 * A tag of a system.
 *
 * <pre>{@code
 * Tag role = new Tag("mine", "role", "web");
 * }</pre>
 *
 * @param namespace whose tag it is; null for nobody's
 * @param key what it tells
 * @param value what it says; null for a tag that says nothing but that it is there
 */
public record Tag(
        @Nullable String namespace, String key, @Nullable String value) {}

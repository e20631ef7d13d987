package io.drift.testkit;

import io.drift.core.source.InventorySystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a system, see {@link Systems}. Not thread-safe. */
public final class SystemBuilder implements PlatformItem {

    private static final String LONG_AGO = "2024-01-01T00:00:00+00:00";
    private static final String FAR_AHEAD = "2999-01-01T00:00:00+00:00";
    private static final String PACKAGES = "installed_packages";

    private final Map<String, @Nullable Object> host = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> profile = new LinkedHashMap<>();
    private final List<Map<String, @Nullable Object>> tags = new ArrayList<>();

    SystemBuilder(String name) {
        host.put("id", NamedIds.of("system", name));
        host.put("insights_id", NamedIds.of("insights", name));
        host.put("display_name", name);
        host.put("fqdn", name + ".example.com");
        host.put("org_id", Identities.USUAL_ORG);
        host.put("account", null);
        host.put("reporter", "puptoo");
        host.put("created", LONG_AGO);
        host.put("updated", LONG_AGO);
        host.put("stale_timestamp", FAR_AHEAD);
        host.put("stale_warning_timestamp", FAR_AHEAD);
        host.put("culled_timestamp", FAR_AHEAD);
        host.put("groups", List.of());
    }

    /**
     * Gives it another id than the one that follows from its name.
     *
     * @param id a UUID
     * @return this
     */
    public SystemBuilder withId(String id) {
        return withHost("id", id);
    }

    /**
     * Sets something in its host record.
     *
     * @param key such as {@code fqdn}, {@code updated} or {@code stale_warning_timestamp}
     * @param value a plain JSON value or null
     * @return this
     */
    public SystemBuilder withHost(String key, @Nullable Object value) {
        host.put(key, value);
        return this;
    }

    /**
     * Sets a part of its profile.
     *
     * @param part its key, such as {@code arch} or {@code cpu_flags}
     * @param value a plain JSON value or null
     * @return this
     */
    public SystemBuilder with(String part, @Nullable Object value) {
        profile.put(part, value);
        return this;
    }

    /**
     * Installs packages, besides those that it has.
     *
     * @param nevras such as {@code bash-0:5.1.8-9.el9.x86_64}
     * @return this
     */
    public SystemBuilder withPackages(String... nevras) {
        List<Object> packages = new ArrayList<>(JsonText.listAt(profile, PACKAGES));
        packages.addAll(List.of(nevras));
        return with(PACKAGES, packages);
    }

    /**
     * Says when its profile was taken.
     *
     * @param timeStamp such as {@code 2024-10-07T00:00:00+00:00}
     * @return this
     */
    public SystemBuilder capturedAt(String timeStamp) {
        return with("captured_date", timeStamp);
    }

    /**
     * Adds a tag.
     *
     * @param namespace its namespace or null
     * @param key its key
     * @param value its value or null
     * @return this
     */
    public SystemBuilder withTag(@Nullable String namespace, String key, @Nullable String value) {
        Map<String, @Nullable Object> tag = new LinkedHashMap<>();
        tag.put("namespace", namespace);
        tag.put("key", key);
        tag.put("value", value);
        tags.add(tag);
        return this;
    }

    /** The JSON form. */
    @Override
    public SystemDocument document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>(host);
        document.put("tags", List.copyOf(tags));
        document.put("system_profile", JsonText.copyOf(profile));
        return new SystemDocument(document);
    }

    /**
     * The JSON form as text.
     *
     * @return a host with its {@code tags} and its {@code system_profile}
     */
    public String asHostJson() {
        return document().asJson();
    }

    /**
     * The domain form, read from the JSON form.
     *
     * @return the system
     */
    public InventorySystem build() {
        return document().system();
    }
}

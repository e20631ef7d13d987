package io.drift.testkit;

import io.drift.core.source.HistoricalProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an earlier profile of a system, see {@link Systems#historicalProfileOf(SystemBuilder)}. Not thread-safe. */
public final class HistoricalProfileBuilder implements PlatformItem {

    private static final String CAPTURED = "captured_date";
    private static final String LONG_AGO = "2024-01-01T00:00:00+00:00";

    private final SystemDocument system;
    private final Map<String, @Nullable Object> profile;
    private @Nullable String givenId;

    HistoricalProfileBuilder(SystemDocument system) {
        this.system = system;
        this.profile = new LinkedHashMap<>(system.profile());
        this.profile.put("fqdn", system.json().get("fqdn"));
        this.profile.putIfAbsent(CAPTURED, LONG_AGO);
    }

    /**
     * Gives it another id than the one that follows from its system and its time.
     *
     * @param id a UUID
     * @return this
     */
    public HistoricalProfileBuilder withId(String id) {
        givenId = id;
        return this;
    }

    /**
     * Says when it was taken.
     *
     * @param timeStamp such as {@code 2024-10-07T00:00:00+00:00}
     * @return this
     */
    public HistoricalProfileBuilder capturedAt(String timeStamp) {
        return with(CAPTURED, timeStamp);
    }

    /**
     * Sets a part of it that was not as today.
     *
     * @param part its key, such as {@code arch}
     * @param value a plain JSON value or null
     * @return this
     */
    public HistoricalProfileBuilder with(String part, @Nullable Object value) {
        profile.put(part, value);
        return this;
    }

    /** The JSON form. */
    @Override
    public HistoricalProfileDocument document() {
        Object captured = profile.get(CAPTURED);
        String id = givenId != null ? givenId : NamedIds.of("historical profile", system.id() + " " + captured);
        Map<String, @Nullable Object> own = new LinkedHashMap<>(profile);
        own.put("id", id);
        own.put("display_name", system.name());
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", id);
        document.put("account", system.json().get("account"));
        document.put("org_id", system.json().get("org_id"));
        document.put("inventory_id", system.id());
        document.put("display_name", system.name());
        document.put("created", captured);
        document.put(CAPTURED, captured);
        document.put("system_profile", JsonText.copyOf(own));
        return new HistoricalProfileDocument(document);
    }

    /**
     * The JSON form as text.
     *
     * @return the profile as its service answers it
     */
    public String asJson() {
        return document().asJson();
    }

    /**
     * The domain form, read from the JSON form.
     *
     * @return the profile
     */
    public HistoricalProfile build() {
        return document().historicalProfile();
    }
}

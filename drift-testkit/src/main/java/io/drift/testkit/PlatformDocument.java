package io.drift.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of what the platform knows; the domain form is read from it, so the two cannot differ. */
public sealed interface PlatformDocument extends PlatformItem
        permits SystemDocument, BaselineDocument, HistoricalProfileDocument {

    /**
     * The document.
     *
     * @return plain JSON values by key, not to be changed
     */
    Map<String, @Nullable Object> json();

    /**
     * Its id, a UUID.
     *
     * @return what stands under {@code id}
     */
    default String id() {
        return JsonText.required(json(), "id");
    }

    /**
     * The name that people know it by.
     *
     * @return what stands under {@code display_name}, else the id
     */
    default String name() {
        return json().get("display_name") instanceof String name ? name : id();
    }

    /**
     * The document as text.
     *
     * @return JSON
     */
    default String asJson() {
        return JsonText.of(json());
    }

    @Override
    default PlatformDocument document() {
        return this;
    }
}

package io.drift.clowder;

import org.jspecify.annotations.Nullable;

/**
 * The value of a setting in a deployment, and where it comes from.
 *
 * <pre>{@code
 * for (EffectiveSetting effective : loaded.effective()) {
 *     System.out.println(effective.setting().title() + "=" + effective.shown());
 * }
 * }</pre>
 *
 * @param setting which one
 * @param text its value as it was found, not checked, secrets not masked; null for none
 * @param origin where it comes from
 * @param place the variable, or the place in the Clowder file; the setting's title if it has its default
 */
public record EffectiveSetting(Setting setting, @Nullable String text, Origin origin, String place) {

    /**
     * Where a value comes from.
     *
     * <pre>{@code
     * String from = switch (effective.origin()) {
     *     case CLOWDER, ENVIRONMENT -> effective.place();
     *     case DEFAULT -> "its default";
     * };
     * }</pre>
     */
    public enum Origin {
        /** The Clowder file. */
        CLOWDER,
        /** A variable of the environment. */
        ENVIRONMENT,
        /** Nobody has set it. */
        DEFAULT
    }

    /**
     * The text for people.
     *
     * @return secrets, what identifies somebody in a URL, and PEM, which may hold a key, are masked; null for none
     */
    public @Nullable String shown() {
        if (text == null) {
            return null;
        }
        return setting.isSecret() || PemCertificates.isPem(text) ? Masked.ALL : Masked.url(text);
    }

    /** Does not print secrets. */
    @Override
    public String toString() {
        return place + "=" + shown() + " (" + origin + ")";
    }
}

package io.drift.clowder;

import org.jspecify.annotations.Nullable;

/**
 * What a setting is in a deployment, and who says so.
 *
 * <pre>{@code
 * for (EffectiveSetting effective : SettingsLoader.explain(System.getenv()).effective()) {
 *     System.out.println(effective.setting().title() + "=" + effective.shown());
 * }
 * }</pre>
 *
 * @param setting which one
 * @param text its text as it was found, secrets and all; null for none
 * @param origin who says so
 * @param place the variable, or the place in the Clowder file; the setting's title if it has its default
 */
public record EffectiveSetting(Setting setting, @Nullable String text, Origin origin, String place) {

    /**
     * Who says so.
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
        /** Nobody. */
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

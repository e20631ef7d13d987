package io.drift.clowder;

import java.util.Locale;
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

    /**
     * The value for people, with its unit.
     *
     * @return such as {@code 10 seconds}, masked as {@link #shown()} is; {@code -} for none
     */
    public String value() {
        String shown = shown();
        String unit = setting.unit();
        return shown == null ? "-" : shown + (unit == null ? "" : " " + unit);
    }

    /**
     * Where the value comes from, for people, and whether it makes a difference.
     *
     * @return such as {@code default}, {@code environment (RBAC_URL)} or {@code environment, not used}
     */
    public String source() {
        String named = place.equals(setting.title()) ? "" : " (" + place + ")";
        boolean idle = origin != Origin.DEFAULT && setting.use() != Setting.Use.NOW;
        return origin.name().toLowerCase(Locale.ROOT) + named + (idle ? ", not used" : "");
    }

    /** Does not print secrets. */
    @Override
    public String toString() {
        return place + "=" + shown() + " (" + origin + ")";
    }
}

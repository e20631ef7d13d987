package io.drift.clowder;

import org.jspecify.annotations.Nullable;

/** Texts in which secrets are masked. */
final class Masked {

    static final String ALL = "***";

    private Masked() {}

    static String presence(@Nullable String secret) {
        return secret == null ? "none" : ALL;
    }

    /** Masks user and password of a URL, also of one that is not quite a URL. */
    static String url(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return text;
        }
        int scheme = text.indexOf("://");
        int begin = scheme < 0 || scheme > at ? 0 : scheme + "://".length();
        return text.substring(0, begin) + ALL + text.substring(at);
    }
}

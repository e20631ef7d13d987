package io.drift.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that shows the API documents to people: one file, with its own style and script.
 *
 * @param html the page
 * @param policy its Content-Security-Policy: this style, this script, the documents of this server, and nothing else
 */
record ApiPage(String html, String policy) {

    private static final String NAME = "api-page.html";

    static ApiPage load() {
        try {
            String html = new String(resource(NAME), StandardCharsets.UTF_8);
            String policy = "default-src 'none'; connect-src 'self'; style-src " + hashOf("style", html)
                    + "; script-src " + hashOf("script", html)
                    + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            return new ApiPage(html, policy);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw new IllegalStateException(NAME, unreadable);
        }
    }

    /** A file that stands beside this class. */
    static byte[] resource(String name) throws IOException {
        try (InputStream in = ApiPage.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    /** Only the page's own style and script are allowed, each by its hash, so that nothing else ever runs in it. */
    private static String hashOf(String element, String html) throws NoSuchAlgorithmException {
        Matcher inline = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(html);
        if (!inline.find()) {
            throw new IllegalStateException(NAME + " has no " + element);
        }
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(inline.group(1).getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}

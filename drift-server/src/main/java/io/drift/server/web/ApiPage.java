package io.drift.server.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
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
    private static final int FOUND_BY_ADDRESS = 3;

    /**
     * The page that shows some documents.
     *
     * @param documents the page finds the first three by its own address, which a gateway may have changed; the others
     *     are where they say
     */
    static ApiPage of(List<ApiDocument> documents) {
        try {
            String html = new String(resource(NAME), StandardCharsets.UTF_8)
                    .replace("const more = {};", "const more = " + more(documents) + ";");
            String policy = "default-src 'none'; connect-src 'self'; style-src " + hashOf("style", html)
                    + "; script-src " + hashOf("script", html)
                    + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            return new ApiPage(html, policy);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw new IllegalStateException(NAME, unreadable);
        }
    }

    private static String more(List<ApiDocument> documents) {
        ObjectNode more = new ObjectMapper().createObjectNode();
        documents.stream()
                .skip(FOUND_BY_ADDRESS)
                .forEach(one -> more.putArray(one.key()).add(one.title()).add(one.address()));
        return more.toString();
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

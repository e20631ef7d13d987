package io.drift.cli;

import io.drift.json.IdentityReader;
import io.drift.json.UnreadableJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is, and what it is told of who asks. What is sent never prints.
 *
 * @param base scheme, host and port
 * @param header the name of the header that tells who asks; null if nobody says
 * @param value its value; null if there is none
 */
record ServerAccess(
        URI base, @Nullable String header, @Nullable String value) {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    /**
     * What the options say.
     *
     * @param server the URL
     * @param tokenFile a file that has a token, or an identity of the platform; null for none
     * @throws CannotCompareException if the URL is none of a server, or the file has nothing that can be sent; nothing of its
     *     content is quoted
     */
    static ServerAccess parse(String server, @Nullable String tokenFile) {
        URI base = base(server);
        if (tokenFile == null) {
            return new ServerAccess(base, null, null);
        }
        String token = token(tokenFile);
        return isIdentity(token)
                ? new ServerAccess(base, "x-rh-identity", token)
                : new ServerAccess(base, "authorization", "Bearer " + token);
    }

    private static URI base(String server) {
        try {
            URI url = new URI(server);
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            boolean bare = url.getRawPath() == null || url.getRawPath().matches("/?");
            if (http && url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null && bare) {
                return new URI(url.getScheme() + "://" + url.getRawAuthority());
            }
        } catch (URISyntaxException odd) {
            // the same as any other text
        }
        throw new CannotCompareException(
                "--server is no URL of a server: write http or https, host and port, as in https://drift.example.com");
    }

    private static String token(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] content = in.readNBytes(LONGEST + 1);
            String token = new String(content, StandardCharsets.UTF_8).strip();
            if (content.length > LONGEST || !SENDABLE.matcher(token).matches()) {
                throw new CannotCompareException("--token-file " + file
                        + ": this is no token: one line of letters, digits and signs is expected");
            }
            return token;
        } catch (IOException | InvalidPathException unreadable) {
            throw new CannotCompareException("--token-file " + file + ": " + InputFile.reason(unreadable));
        }
    }

    private static boolean isIdentity(String token) {
        try {
            return IdentityReader.read(token).isComplete();
        } catch (UnreadableJsonException none) {
            return false;
        }
    }

    /** Not what is sent. */
    @Override
    public String toString() {
        return base.toString();
    }
}

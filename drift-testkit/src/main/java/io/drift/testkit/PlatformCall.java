package io.drift.testkit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call that a {@link FakePlatform} received.
 *
 * @param service which service was called
 * @param method such as {@code GET}
 * @param path path and query, percent-decoded
 * @param headers the headers, names in any case; of several with one name the last
 * @param isForeseen false if nothing was known to answer and strict mode answered 599
 */
public record PlatformCall(
        PlatformService service, String method, String path, Map<String, String> headers, boolean isForeseen) {

    /** Copies the headers so that names may be asked for in any case. */
    public PlatformCall {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /**
     * A header.
     *
     * @param name its name in any case
     * @return its value; null if the call did not have it
     */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /**
     * Whether this is what was called.
     *
     * @param otherService a service
     * @param pathAndQuery path and query; percent-encoded or not, both are the same
     * @return true if it went there, with any method
     */
    public boolean isTo(PlatformService otherService, String pathAndQuery) {
        return service == otherService && path.equals(CallTarget.decoded(pathAndQuery));
    }

    /** Says what was called; never the headers, which carry an identity. */
    @Override
    public String toString() {
        return method + " " + service + " " + path;
    }
}

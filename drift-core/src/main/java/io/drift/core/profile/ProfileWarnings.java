package io.drift.core.profile;

/**
 * Hears of parts of a profile that could not become facts. Called by the thread that records.
 *
 * <pre>{@code
 * ProfileWarnings warnings = (part, reason) -> System.err.println(part + " is left out: " + reason);
 * }</pre>
 */
@FunctionalInterface
public interface ProfileWarnings {

    /** Nobody listens. */
    ProfileWarnings IGNORED = (part, reason) -> {};

    /**
     * A part was left out; everything else of the profile is recorded.
     *
     * @param part the key in the profile, such as {@code installed_packages}
     * @param reason what is wrong with it, for people; it may quote the profile
     */
    void skipped(String part, String reason);
}

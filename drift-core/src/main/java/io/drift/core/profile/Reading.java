package io.drift.core.profile;

import java.util.Locale;

/**
 * How closely a profile is read. It is chosen where a profile is read, and travels with what was recorded: profiles of
 * two readings are not compared with each other.
 *
 * <pre>{@code
 * RecordedProfile profile = new ProfileRecorder(Reading.EXACT).record(parts);
 * Reading reading = profile.reading(); // EXACT
 * }</pre>
 */
public enum Reading {

    /** As the archived service read them: keys that it did not know are no facts, no epoch of a package is kept (Q30), and of a name listed twice the last counts (Q31). */
    ARCHIVED,

    /**
     * Everything that can differ: every leaf of a profile becomes a fact, also under keys that nobody knew when this was
     * written (Q35); epochs other than 0 are kept, and a name listed several times has all its versions. What cannot be
     * read is told as a {@link SkippedPart}.
     */
    EXACT;

    /** What a reading is called where callers choose one: {@code archived} or {@code exact}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.drift.core.profile;

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

    /** As the archived service read them: no epoch of a package is kept (Q30), and of a name listed twice the last counts (Q31). */
    ARCHIVED,

    /** Everything that can differ: epochs other than 0 are kept, and a name listed several times has all its versions. */
    EXACT
}

package io.drift.core.profile;

/**
 * How closely installed packages are told apart.
 *
 * <pre>{@code
 * PackageDetail detail = FactRules.exact().packageDetail(); // EXACT
 * ProfileRecorder recorder = new ProfileRecorder(new FactSymbols(), detail, ProfileWarnings.IGNORED);
 * }</pre>
 */
public enum PackageDetail {

    /** As recorded reports have it: no epoch is shown (Q30), and of a name listed twice the last one counts (Q31). */
    AS_ARCHIVED,

    /** An epoch other than 0 is shown, and a name listed several times has all its versions. */
    EXACT
}

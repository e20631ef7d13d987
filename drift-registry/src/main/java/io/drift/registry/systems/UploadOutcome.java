package io.drift.registry.systems;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upload.
 *
 * <pre>{@code
 * boolean kept = outcome.kind() != UploadOutcome.Kind.REJECTED;
 * }</pre>
 *
 * @param kind what happened
 * @param id the id of the system; null if it was rejected before anybody looked for one
 * @param reason what is to be known besides; null if nothing is
 */
public record UploadOutcome(
        Kind kind, @Nullable UUID id, @Nullable String reason) {

    /** What can happen. */
    public enum Kind {
        /** It is a system that was not known. */
        CREATED,
        /** The system says something else than before. */
        UPDATED,
        /** The system says the same as before: only the date was kept. */
        UNCHANGED,
        /** The system has a new host name. */
        RENAMED,
        /** A machine of that name has a new machine id. */
        REINSTALLED,
        /** It is older than what is known, and was put into the history. */
        ADDED_TO_HISTORY,
        /** Nothing was kept. */
        REJECTED
    }

    /**
     * An upload of which nothing is kept.
     *
     * @param reason what to change
     * @return the outcome
     */
    public static UploadOutcome rejected(String reason) {
        return new UploadOutcome(Kind.REJECTED, null, reason);
    }

    /**
     * The same with a reason more.
     *
     * @param more null for none
     * @return the changed outcome
     */
    UploadOutcome withReason(@Nullable String more) {
        return more == null ? this : new UploadOutcome(kind, id, reason == null ? more : reason + "; " + more);
    }
}

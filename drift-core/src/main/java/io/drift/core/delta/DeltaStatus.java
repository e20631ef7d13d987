package io.drift.core.delta;

/**
 * What became of a difference between two reports.
 *
 * <pre>{@code
 * boolean mayGoOn = delta.count(DeltaStatus.NEW) == 0;
 * }</pre>
 */
public enum DeltaStatus {
    /** The column differs, and did not, or had another value, or nobody knew. */
    NEW,
    /** The column differs, as it did, with the same value. */
    KNOWN,
    /** The column differed, and has the usual value now. */
    RESOLVED,
    /** The column differed, and nobody knows whether it still does: never taken for resolved. */
    UNSEEN
}

package io.drift.core.source;

/** What a column of a comparison is. */
public enum SourceKind {
    /** A system as the inventory has it now. */
    SYSTEM,
    /** An earlier profile of a system. */
    HISTORICAL_PROFILE,
    /** What a system should be. */
    BASELINE,
    /** Anything else whose facts a caller recorded; compared as a system is. */
    OTHER
}

package io.drift.core.source;

/**
 * What a column of a comparison is.
 *
 * <pre>{@code
 * String title = switch (column.kind()) {
 *     case SYSTEM, OTHER -> column.name();
 *     case HISTORICAL_PROFILE -> column.name() + " as it was";
 *     case BASELINE -> column.name() + " (baseline)";
 * };
 * }</pre>
 */
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

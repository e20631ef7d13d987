package io.drift.core.analysis;

/** In which way machines deviate to a value from what is usual in their groups; the clearest first. */
enum DeviationKind {
    /** They lack what is usual. */
    MISSING,
    /** They have another value than is usual. */
    OTHER,
    /** They have what is usually missing. */
    EXTRA,
    /** Nothing is usual in their groups. */
    ANY
}

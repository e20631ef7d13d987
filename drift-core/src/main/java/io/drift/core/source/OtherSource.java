package io.drift.core.source;

import io.drift.core.fact.RecordedFacts;

/** A source of a caller's own, made by {@link FactSource#of}. */
record OtherSource(String id, String name, RecordedFacts facts) implements FactSource {

    @Override
    public SourceKind kind() {
        return SourceKind.OTHER;
    }
}

package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;

/** A list of names: each is a fact of its own with a fixed value, {@code cpu_flags.fpu} = {@code enabled}. */
final class ListFacts {

    private ListFacts() {}

    static ListPart of(FactRecorder facts, String list, String value) {
        return name -> new ListedFact(facts.slot(list, name).prepare(value), () -> {});
    }
}

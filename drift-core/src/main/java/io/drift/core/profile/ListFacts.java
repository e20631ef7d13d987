package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;

/** A list of names: each is a fact of its own with a fixed value, {@code cpu_flags.fpu} = {@code enabled}. */
final class ListFacts {

    private final FactRecorder facts;
    private final String list;
    private final int value;

    ListFacts(FactRecorder facts, String list, String value) {
        this.facts = facts;
        this.list = list;
        this.value = facts.symbols().value(value);
    }

    void item(String name) {
        facts.record(facts.symbols().fact(list, name), value);
    }
}

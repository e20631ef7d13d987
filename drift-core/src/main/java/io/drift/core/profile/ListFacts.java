package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;

/** A list of names: each is a fact of its own with a fixed value, {@code cpu_flags.fpu} = {@code enabled}. */
final class ListFacts {

    private ListFacts() {}

    static ListItems of(FactRecorder facts, String list, String value) {
        int symbol = facts.symbols().value(value);
        return new RecurringItems<>(name -> facts.symbols().fact(list, name), fact -> facts.record(fact, symbol));
    }
}

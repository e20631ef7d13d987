package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecurringTexts;

/** A list of names: each is a fact of its own with a fixed value, {@code cpu_flags.fpu} = {@code enabled}. */
final class ListFacts implements ListItems {

    private final FactRecorder facts;
    private final int value;
    private final RecurringTexts<Integer> names;

    ListFacts(FactRecorder facts, String list, String value) {
        this.facts = facts;
        this.value = facts.symbols().value(value);
        this.names = new RecurringTexts<>(name -> facts.symbols().fact(list, name));
    }

    @Override
    public void item(char[] chars, int from, int length) {
        facts.record(names.of(chars, from, length), value);
    }
}

package io.drift.core.profile;

import io.drift.core.fact.RecurringTexts;
import io.drift.core.fact.Upcoming;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list whose items are worked out the first time, and recorded every time.
 *
 * @param <T> what an item is worked out to be
 */
final class RecurringItems<T> implements ListItems {

    private final RecurringTexts<T> texts;
    private final Consumer<T> record;

    RecurringItems(Function<String, T> workOut, Consumer<T> record) {
        this(new RecurringTexts<>(workOut), record);
    }

    RecurringItems(RecurringTexts<T> texts, Consumer<T> record) {
        this.texts = texts;
        this.record = record;
    }

    @Override
    public boolean expected(Upcoming upcoming) {
        T item = texts.expected(upcoming);
        if (item == null) {
            return false;
        }
        record.accept(item);
        return true;
    }

    @Override
    public void item(String text) {
        record.accept(texts.of(text));
    }
}

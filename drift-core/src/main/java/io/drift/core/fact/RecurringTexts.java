package io.drift.core.fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of a text the first time it occurs, and finds that again whenever the text recurs.
 *
 * <p>Systems list much the same in the same order, so what followed the last text before is looked at first: where it
 * follows again, nothing is hashed and no {@link String} is made. A text that comes unexpectedly is looked up in a map
 * that is keyed by text, which stays fast when somebody makes texts collide. Not thread-safe.
 *
 * @param <T> what is made of a text
 */
public final class RecurringTexts<T> {

    private final Function<String, T> make;
    private final Map<String, Known<T>> known = new HashMap<>();
    /** What came last; null before anything came. */
    private @Nullable Known<T> last;

    /** A text with what was made of it, and the two that followed it most recently, the latest first. */
    private static final class Known<T> {

        private final char[] text;
        private final T made;
        private @Nullable Known<T> next;
        private @Nullable Known<T> otherNext;

        private Known(String text, T made) {
            this.text = text.toCharArray();
            this.made = made;
        }

        private boolean is(char[] chars, int from, int length) {
            return length == text.length && Arrays.equals(text, 0, length, chars, from, from + length);
        }
    }

    /**
     * Nothing yet.
     *
     * @param make makes something of a text
     */
    public RecurringTexts(Function<String, T> make) {
        this.make = make;
    }

    /**
     * What was made of a text.
     *
     * @param text the text
     * @return the same for equal texts
     */
    public T of(String text) {
        return of(text.toCharArray(), 0, text.length());
    }

    /**
     * What was made of a text that stands in an array.
     *
     * @param chars the array, which is neither kept nor changed
     * @param from where the text begins
     * @param length how many characters it has
     * @return as {@link #of(String)}
     */
    public T of(char[] chars, int from, int length) {
        Known<T> before = last;
        Known<T> expected = before == null ? null : before.next;
        if (expected == null || !expected.is(chars, from, length)) {
            expected = unexpected(before, chars, from, length);
        }
        last = expected;
        return expected.made;
    }

    private Known<T> unexpected(@Nullable Known<T> before, char[] chars, int from, int length) {
        Known<T> other = before == null ? null : before.otherNext;
        Known<T> found = other != null && other.is(chars, from, length) ? other : find(new String(chars, from, length));
        if (before != null) {
            before.otherNext = before.next;
            before.next = found;
        }
        return found;
    }

    private Known<T> find(String text) {
        Known<T> found = known.get(text);
        if (found == null) {
            found = new Known<>(text, make.apply(text));
            known.put(text, found);
        }
        return found;
    }
}

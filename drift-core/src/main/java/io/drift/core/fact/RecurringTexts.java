package io.drift.core.fact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of a text the first time it occurs, and finds that again whenever the text recurs.
 *
 * <p>Systems list much the same in the same order. So a reader first asks whether what followed the last text before
 * follows again: then nothing is decoded and nothing is hashed. A text that comes unexpectedly is looked up. Not thread-safe.
 *
 * @param <T> what is made of a text
 */
public final class RecurringTexts<T> {

    private final Function<String, T> make;
    /** Where a text stands in {@link #known}. */
    private final TextIndex index = new TextIndex();

    private final List<Known<T>> known = new ArrayList<>();
    /** What came last; null before anything came. */
    private @Nullable Known<T> last;

    /** A text with what was made of it, and the two texts that followed it most recently, the latest first. */
    private static final class Known<T> {

        private final byte @Nullable [] plain;
        private final T made;
        private @Nullable Known<T> next;
        private @Nullable Known<T> otherNext;

        private Known(String text, T made) {
            this.plain = isPlain(text) ? text.getBytes(StandardCharsets.US_ASCII) : null;
            this.made = made;
        }

        /** What comes instead of a text is probably followed by what follows that. */
        private void follow(Known<T> follower) {
            if (follower.next == null && next != null) {
                follower.next = next.next;
            }
            otherNext = next;
            next = follower;
        }

        /** The follower that comes next; perhaps one that only the usual follower stood before. */
        private @Nullable Known<T> takeFollower(Upcoming upcoming) {
            if (next == null || next.isTaken(upcoming)) {
                return next;
            }
            Known<T> behindNext = next.next;
            Known<T> taken = otherNext != null && otherNext.isTaken(upcoming) ? otherNext : null;
            if (taken == null && behindNext != null && behindNext.isTaken(upcoming)) {
                taken = behindNext;
            }
            if (taken != null) {
                follow(taken);
            }
            return taken;
        }

        private boolean isTaken(Upcoming upcoming) {
            return plain != null && upcoming.take(plain);
        }
    }

    /** Whether a text stands in a document as it is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                return false;
            }
        }
        return true;
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
     * Takes the next text of a document if it is one that followed the last one before.
     *
     * @param upcoming what comes next
     * @return what was made of it; null if it is none of those, and still to be read
     */
    public @Nullable T expected(Upcoming upcoming) {
        Known<T> taken = last == null ? null : last.takeFollower(upcoming);
        if (taken == null) {
            return null;
        }
        last = taken;
        return taken.made;
    }

    /**
     * What was made of a text.
     *
     * @param text the text
     * @return the same for equal texts
     */
    public T of(String text) {
        int place = index.find(text);
        Known<T> found = place == TextIndex.NOT_THERE ? add(text) : known.get(place);
        if (last != null && last.next != found) {
            last.follow(found);
        }
        last = found;
        return found.made;
    }

    private Known<T> add(String text) {
        Known<T> added = new Known<>(text, make.apply(text));
        index.add(text, known.size());
        known.add(added);
        return added;
    }
}

package io.drift.json;

import io.drift.core.fact.MemoryShare;
import io.drift.core.profile.ListItem;
import io.drift.core.profile.ListPart;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of texts that recurs in one profile after another. What a text says is worked out the first time it is listed.
 *
 * <p>Systems list much the same in the same order. So the list remembers which text followed which: if the same one
 * follows again, its bytes are compared with those in the document, and nothing is decoded or looked up. Not thread-safe.
 */
final class RecurringList {

    /** What a text takes that is remembered, with what it says. */
    private static final int BYTES_OF_A_KNOWN = 350;

    private final ListPart part;
    private final MemoryShare memory;
    private final Map<String, Known> known = new HashMap<>();
    /** What was recorded last; null before anything was. */
    private @Nullable Known last;

    RecurringList(ListPart part, MemoryShare memory) {
        this.part = part;
        this.memory = memory;
    }

    /** A text with what it says, and the two texts that followed it most recently, the latest first. */
    private static final class Known {

        private final byte @Nullable [] plain;
        private final ListItem item;
        private @Nullable Known next;
        private @Nullable Known otherNext;

        private Known(String text, ListItem item) {
            this.plain = isPlain(text) ? text.getBytes(StandardCharsets.US_ASCII) : null;
            this.item = item;
        }

        /** A text that comes where another one was expected is probably followed by what follows that one. */
        private void follow(Known follower) {
            if (follower.next == null && next != null) {
                follower.next = next.next;
            }
            otherNext = next;
            next = follower;
        }

        /** The follower that comes next in the document; it may also be the one behind a follower that is left out. */
        private @Nullable Known takeFollower(Upcoming upcoming) {
            if (next == null || next.isTaken(upcoming)) {
                return next;
            }
            Known behindNext = next.next;
            Known taken = otherNext != null && otherNext.isTaken(upcoming) ? otherNext : null;
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
     * Records the next text of a document if it has followed the last recorded text before.
     *
     * @param upcoming what comes next in the document
     * @return false if it is another text: read it, and give it to {@link #record}
     */
    boolean recordExpected(Upcoming upcoming) {
        Known taken = last == null ? null : last.takeFollower(upcoming);
        if (taken == null) {
            return false;
        }
        last = taken;
        taken.item.record();
        return true;
    }

    /** Records a text that was read. */
    void record(String text) {
        Known found = known.get(text);
        if (found == null) {
            memory.take(BYTES_OF_A_KNOWN + 4L * text.length());
            found = new Known(text, part.item(text));
            known.put(text, found);
        }
        if (last != null && last.next != found) {
            last.follow(found);
        }
        last = found;
        found.item.record();
    }
}

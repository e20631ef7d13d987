package io.drift.json;

import io.drift.core.fact.PreparedFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which documents list texts. Systems list much the same in the same order, so what probably comes next stands
 * in one row of bytes, as a document would have it: many texts are compared at once. At each place there may be another
 * text than the usual one, such as a package in another version; one that is found there in several lists in turn becomes
 * the usual one. What recurs and has no place gets one. Not thread-safe.
 */
final class ListOrder {

    /** How many usual texts may be left out before the next is looked for elsewhere. */
    private static final int MOST_LEFT_OUT = 2;

    private static final int TURNS_OF_A_USUAL_TEXT = 3;
    /** For how many lists at most it is put off to put in order what was learned. */
    private static final int MOST_PATIENCE = 32;

    private static final int FEW = 64;

    private ListedText[] usual = new ListedText[FEW];
    /** What the usual texts record. */
    private final PreparedFacts facts = new PreparedFacts();

    /** The other texts by place; none is as long as there is none, as in the first list. */
    private @Nullable ListedText[] others = {};
    /** The list in which the other text stood last, and in how many lists in turn it did so. */
    private int[] lastTurn = {};

    private int[] turns = {};
    /** The usual text at a place stands in {@link #bytes} from {@code start[place]} to before {@code start[place + 1]}. */
    private int[] start = new int[FEW + 1];

    private byte[] bytes = {};
    private int size;
    /** The place of what is expected next. */
    private int next;

    private int list;
    private int patience = 1;
    private long recordedSinceChange;
    private final List<Newcomer> newcomers = new ArrayList<>();
    private boolean turned;

    /** A text that gets a place in front of another one. */
    private record Newcomer(ListedText text, int inFrontOf) {}

    /** Begins a list. What was learned is put in order when that costs no more than reading did. */
    void begin() {
        if ((turned || !newcomers.isEmpty()) && recordedSinceChange >= size * (long) patience) {
            change();
            patience = Math.min(MOST_PATIENCE, patience + 1);
        }
        next = 0;
        list++;
    }

    /**
     * Records what comes next in a document, as far as it is expected.
     *
     * @return how many texts; 0 if it is something else
     */
    int record(Upcoming upcoming) {
        int last = Math.min(size - 1, next + MOST_LEFT_OUT);
        for (int place = next; place <= last; place++) {
            int recorded = recordUsual(place, upcoming);
            if (recorded > 0) {
                return recorded;
            }
            ListedText other = other(place);
            if (other != null && isTaken(other, upcoming)) {
                follow(other);
                other.record();
                return 1;
            }
        }
        return 0;
    }

    private @Nullable ListedText other(int place) {
        return place < others.length ? others[place] : null;
    }

    private int recordUsual(int first, Upcoming upcoming) {
        int from = start[first];
        int same = upcoming.agreeing(bytes, from, start[size]);
        int place = first;
        while (place < size && start[place] < start[place + 1] && start[place + 1] - from <= same) {
            place++;
        }
        if (place > first) {
            recordFacts(first, place);
            upcoming.pass(start[place] - from);
            recordedSinceChange += place - first;
            next = place;
        }
        return place - first;
    }

    private void recordFacts(int first, int end) {
        int place = facts.recordNew(first, end);
        while (place < end) {
            usual[place].record();
            place = facts.recordNew(place + 1, end);
        }
    }

    private static boolean isTaken(ListedText other, Upcoming upcoming) {
        byte[] text = other.behindAnother();
        boolean taken = text.length > 0 && upcoming.agreeing(text, 0, text.length) == text.length;
        if (taken) {
            upcoming.pass(text.length);
        }
        return taken;
    }

    /** Goes on behind a text that was read. */
    void follow(ListedText text) {
        recordedSinceChange++;
        int place = text.place();
        if (place == ListedText.NOWHERE) {
            welcome(text);
        } else if (place >= 0 && usual[place] == text) {
            next = place + 1;
        } else if (place >= 0 && other(place) == text) {
            takeTurn(place);
        } else if (place != ListedText.SOON) {
            newcomers.add(new Newcomer(text, next));
            text.placeAt(ListedText.SOON);
        }
    }

    /** What is new stands at the end, or instead of a usual text. */
    private void welcome(ListedText text) {
        text.placeAt(next);
        if (next == size) {
            append(text);
            next = size;
        } else {
            otherAt(next, text);
            turns[next] = 0;
        }
    }

    private void otherAt(int place, ListedText text) {
        if (place >= others.length) {
            others = Arrays.copyOf(others, usual.length);
            lastTurn = Arrays.copyOf(lastTurn, usual.length);
            turns = Arrays.copyOf(turns, usual.length);
        }
        others[place] = text;
    }

    /** What stands instead of a usual text may also stand in front of it, so that one is still expected. */
    private void takeTurn(int place) {
        turns[place] = lastTurn[place] == list - 1 ? turns[place] + 1 : 1;
        lastTurn[place] = list;
        turned |= turns[place] >= TURNS_OF_A_USUAL_TEXT;
        next = place;
    }

    private void append(ListedText text) {
        byte[] more = text.behindAnother();
        if (size == usual.length) {
            int longer = 2 * size;
            usual = Arrays.copyOf(usual, longer);
            start = Arrays.copyOf(start, longer + 1);
        }
        int end = start[size] + more.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(more, 0, bytes, start[size], more.length);
        usual[size] = text;
        facts.add(text.fact());
        if (size < others.length) {
            others[size] = null;
            turns[size] = 0;
        }
        start[++size] = end;
    }

    /** Appends everything again, with what was learned. */
    private void change() {
        ListedText[] before = Arrays.copyOf(usual, size);
        @Nullable ListedText[] othersBefore = Arrays.copyOf(others, size);
        int[] turnsBefore = Arrays.copyOf(turns, size);
        newcomers.sort((one, other) -> Integer.compare(one.inFrontOf, other.inFrontOf));
        size = 0;
        facts.clear();
        int welcomed = 0;
        for (int place = 0; place <= before.length; place++) {
            while (welcomed < newcomers.size() && newcomers.get(welcomed).inFrontOf == place) {
                appendAt(newcomers.get(welcomed++).text, null);
            }
            if (place < before.length) {
                ListedText other = othersBefore[place];
                boolean turn = other != null && turnsBefore[place] >= TURNS_OF_A_USUAL_TEXT;
                appendAt(turn ? other : before[place], turn ? before[place] : other);
            }
        }
        newcomers.clear();
        turned = false;
        recordedSinceChange = 0;
    }

    private void appendAt(ListedText text, @Nullable ListedText other) {
        append(text);
        text.placeAt(size - 1);
        if (other != null) {
            otherAt(size - 1, other);
            other.placeAt(size - 1);
        }
    }
}

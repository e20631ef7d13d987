package io.drift.json;

import io.drift.core.fact.PreparedFact;
import io.drift.core.profile.ListItem;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text of a list that recurs, with what it says. */
final class ListedText {

    /** Of a text that {@link ListOrder} knows nothing of, and of one that gets a place in the next list. */
    static final int NOWHERE = -1;

    static final int SOON = -2;

    private static final byte[] NOT_PLAIN = {};

    private final byte[] behindAnother;
    private final ListItem item;
    private int place = NOWHERE;

    ListedText(String text, ListItem item) {
        this.behindAnother = isPlain(text) ? (",\"" + text + "\"").getBytes(StandardCharsets.US_ASCII) : NOT_PLAIN;
        this.item = item;
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

    /** How it stands in a document behind another text; empty if that cannot be told. Not to be changed. */
    byte[] behindAnother() {
        return behindAnother;
    }

    void record() {
        item.record();
    }

    /** What it records if a profile does not have that yet; null if it does something else. */
    @Nullable
    PreparedFact fact() {
        return item.fact();
    }

    /** Its place in the order, or what it had last. */
    int place() {
        return place;
    }

    void placeAt(int other) {
        place = other;
    }
}

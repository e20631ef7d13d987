package io.drift.json;

import io.drift.core.fact.PreparedFact;
import io.drift.core.profile.ListItem;
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
        this.behindAnother = quoted(text);
        this.item = item;
    }

    /** A text as it stands in a document behind another one, if it stands there as it is. */
    private static byte[] quoted(String text) {
        int length = text.length();
        byte[] quoted = new byte[length + 3];
        quoted[0] = ',';
        quoted[1] = '"';
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                return NOT_PLAIN;
            }
            quoted[i + 2] = (byte) unit;
        }
        quoted[length + 2] = '"';
        return quoted;
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

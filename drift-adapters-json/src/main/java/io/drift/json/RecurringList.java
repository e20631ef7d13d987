package io.drift.json;

import io.drift.core.fact.MemoryShare;
import io.drift.core.profile.ListPart;
import java.util.HashMap;
import java.util.Map;

/**
 * A list of texts that recurs in one profile after another. What a text says is worked out the first time it is listed.
 * Where it stands in the usual order, its bytes are compared with those in the document, and nothing is decoded or looked
 * up. Not thread-safe.
 */
final class RecurringList {

    /** What a text takes that is remembered, with what it says and its place. */
    private static final int BYTES_OF_A_KNOWN = 380;

    private final ListPart part;
    private final MemoryShare memory;
    private final Map<String, ListedText> known = new HashMap<>();
    private final ListOrder order = new ListOrder();

    RecurringList(ListPart part, MemoryShare memory) {
        this.part = part;
        this.memory = memory;
    }

    /** Begins the list of another document. */
    void begin() {
        order.begin();
    }

    /**
     * Records the next texts of a document as long as they are what is expected.
     *
     * @param upcoming what comes next in the document
     * @return how many they are; what comes behind them is to be read, and given to {@link #record}
     */
    int recordExpected(Upcoming upcoming) {
        int all = 0;
        int recorded = order.record(upcoming);
        while (recorded > 0) {
            all += recorded;
            recorded = order.record(upcoming);
        }
        return all;
    }

    /** Records a text that was read. */
    void record(String text) {
        ListedText found = known.get(text);
        if (found == null) {
            memory.take(BYTES_OF_A_KNOWN + 4L * text.length());
            found = new ListedText(text, part.item(text));
            known.put(text, found);
        }
        order.follow(found);
        found.record();
    }
}

package io.drift.core.profile;

import io.drift.core.fact.Upcoming;

/** Takes the items of a list of texts one by one, from a reader that goes through a document. */
public interface ListItems {

    /**
     * Takes the next item if it is one that was expected there.
     *
     * @param upcoming what comes next in the document
     * @return whether it is done with; else it is to be read and given to {@link #item}
     */
    boolean expected(Upcoming upcoming);

    /**
     * Takes an item.
     *
     * @param text the item
     */
    void item(String text);
}

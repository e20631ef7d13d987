package io.drift.core.profile;

/** Takes the items of a list of texts one by one, from a reader that has them as characters. */
@FunctionalInterface
public interface ListItems {

    /**
     * Takes an item.
     *
     * @param chars an array in which it stands; neither kept nor changed
     * @param from where it begins
     * @param length how many characters it has
     */
    void item(char[] chars, int from, int length);

    /**
     * Takes an item.
     *
     * @param text the item
     */
    default void item(String text) {
        item(text.toCharArray(), 0, text.length());
    }
}

package io.drift.json;

/** What comes next in a document. A reader that expects a certain text can take it without decoding it. */
@FunctionalInterface
interface Upcoming {

    /** A document that does not tell. */
    Upcoming UNKNOWN = text -> false;

    /**
     * Goes past the next text of a list if it is a certain one.
     *
     * @param text the text as ASCII, without quotes, backslashes or control characters; not to be changed
     * @return whether it was the next one, and is done with; else nothing has happened
     */
    boolean take(byte[] text);
}

package io.drift.core.fact;

/** What comes next in a document, for whoever has a guess what it might be. */
@FunctionalInterface
public interface Upcoming {

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

package io.drift.json.page;

/** How the texts of others stand in a format: they stay text, in one line, and of bounded length. */
interface Markup {

    /** The most characters of a text that are shown. */
    int LONGEST = 120;

    /** What a machine, a fact or a rule is called. */
    String name(String text);

    /** What a machine has. */
    String value(String text);

    /** What has its markup already, where it is not what is usual. */
    default String odd(String shown) {
        return shown;
    }
}

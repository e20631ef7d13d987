package io.drift.json.page;

/** Numbers of things, in words. */
final class Counted {

    private Counted() {}

    /**
     * So many of something.
     *
     * @param noun of one of them, such as {@code more fact}
     */
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

package io.drift.core.source;

import io.drift.core.fact.FactValue;

/**
 * What the facts of a baseline may be, where baselines are kept. Comparing bears any.
 *
 * <pre>{@code
 * boolean fits = BaselineLimits.fitsName("kernel") && BaselineLimits.fitsValue(new FactValue.Text("6.1"));
 * }</pre>
 */
public final class BaselineLimits {

    /** How many characters (code points) the name of a fact or a category may have. */
    public static final int LONGEST_NAME = 500;

    /** How many characters (code points) a value may have. */
    public static final int LONGEST_VALUE = 1000;

    /** How many texts a list of values may have. */
    public static final int MOST_VALUES = 1000;

    private BaselineLimits() {}

    /**
     * Whether a fact or a category may be called so.
     *
     * @param name such as {@code kernel}, without its category
     * @return false if it is empty, begins or ends with a blank, or is too long
     */
    public static boolean fitsName(String name) {
        return fits(name, LONGEST_NAME);
    }

    /**
     * Whether a fact may have a value.
     *
     * @param value one text or several
     * @return false if it is empty, a text that begins or ends with a blank, or too long; the texts of a list may be any
     */
    public static boolean fitsValue(FactValue value) {
        return value instanceof FactValue.Text text
                ? fits(text.text(), LONGEST_VALUE)
                : !value.texts().isEmpty() && value.texts().size() <= MOST_VALUES;
    }

    private static boolean fits(String text, int longest) {
        return !text.isEmpty() && !isPadded(text) && !isLonger(text, longest);
    }

    /**
     * Whether a text begins or ends with a blank.
     *
     * @param text any
     * @return true for any white space that Unicode knows
     */
    public static boolean isPadded(String text) {
        return !text.equals(text.strip());
    }

    /**
     * Whether a text is too long.
     *
     * @param text any
     * @param most how many characters (code points) it may have
     * @return true if it has more
     */
    public static boolean isLonger(String text, int most) {
        return text.codePointCount(0, text.length()) > most;
    }
}

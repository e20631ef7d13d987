package io.drift.core.version;

/**
 * A version of an RPM package, {@code [epoch:]version[-release]}, in the order of rpm: parts of digits are numbers and newer
 * than parts of letters, all else only separates; what a tilde begins is older than nothing, what a caret begins is newer
 * than nothing and older than anything else.
 *
 * <pre>{@code
 * RpmVersion fixed = RpmVersion.of("1:3.0.7-28.el9");
 * boolean vulnerable = RpmVersion.of("1:3.0.7-27.el9").compareTo(fixed) < 0; // true
 * }</pre>
 *
 * <p>Versions of which none is newer are equal. Immutable.
 */
public final class RpmVersion extends OrderedVersion<RpmVersion> {

    private static final int TILDE = 1;
    private static final int END = 2;
    private static final int CARET = 3;
    private static final int LETTERS = 4;
    private static final int NUMBER = 5;

    private RpmVersion(String text) {
        super(text, keyOf(text));
    }

    /**
     * The version that a text stands for.
     *
     * @param text any text, without the architecture; without a release it is older than with any
     * @return its version
     */
    public static RpmVersion of(String text) {
        return new RpmVersion(text);
    }

    private static String keyOf(String text) {
        OrderKey key = new OrderKey(text).epoch();
        int dash = key.lastDash();
        addParts(key, dash);
        if (dash < key.length()) { // else the key ends here, which makes it less than with any release
            addParts(key, key.length());
        }
        return key.toString();
    }

    private static void addParts(OrderKey key, int end) {
        while (key.isBefore(end)) {
            if (key.isAtDigit(end)) {
                key.add(NUMBER).number();
            } else if (key.isAtLetter(end)) {
                key.add(LETTERS);
                while (key.isAtLetter(end)) {
                    key.add(key.next());
                }
                key.add(0);
            } else {
                addMark(key, key.next());
            }
        }
        key.add(END);
    }

    private static void addMark(OrderKey key, char mark) {
        if (mark == '~') {
            key.add(TILDE);
        } else if (mark == '^') {
            key.add(CARET);
        }
    }
}

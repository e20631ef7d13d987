package io.drift.core.version;

/**
 * A version of a Debian package, {@code [epoch:]upstream[-revision]}, in the order of Debian's policy: digits are numbers;
 * in between, letters come before all other characters, and a tilde before everything, even the end.
 *
 * <pre>{@code
 * DebianVersion release = DebianVersion.of("2.36-9+deb12u4");
 * boolean isNewer = DebianVersion.of("2.36-9+deb12u10").compareTo(release) > 0; // true
 * }</pre>
 *
 * <p>Versions of which none is newer are equal. Immutable.
 */
public final class DebianVersion extends OrderedVersion<DebianVersion> {

    private static final int TILDE = 1;
    private static final int END = 2;
    /** In front of a character that is no letter; greater than all letters. */
    private static final int OTHER = 0x100;

    private DebianVersion(String text) {
        super(text, keyOf(text));
    }

    /**
     * The version that a text stands for.
     *
     * @param text any text, without the architecture; without a revision it is as with the revision 0
     * @return its version
     */
    public static DebianVersion of(String text) {
        return new DebianVersion(text);
    }

    private static String keyOf(String text) {
        OrderKey key = new OrderKey(text).epoch();
        addPart(key, key.lastDash());
        key.passes("-");
        addPart(key, key.length());
        return key.toString();
    }

    private static void addPart(OrderKey key, int end) {
        do {
            while (key.isBefore(end) && !key.isAtDigit(end)) {
                addCharacter(key, key.next());
            }
            key.add(END).number();
        } while (key.isBefore(end));
        key.add(END);
    }

    private static void addCharacter(OrderKey key, char unit) {
        if (unit == '~') {
            key.add(TILDE);
        } else if (OrderKey.isLetter(unit)) {
            key.add(unit);
        } else {
            key.add(OTHER).add(unit);
        }
    }
}

package io.drift.core.fact;

import java.util.Comparator;

/**
 * Orders texts by Unicode code point, as reports are sorted.
 *
 * <p>{@link String#compareTo} orders by UTF-16 unit, which puts characters beyond U+FFFF before U+E000 to U+FFFF.
 *
 * <pre>{@code
 * names.sort(CodePointOrder.INSTANCE);
 * }</pre>
 *
 * <p>Null is not allowed.
 */
public final class CodePointOrder implements Comparator<String> {

    /** The one instance: the order has no state. */
    public static final CodePointOrder INSTANCE = new CodePointOrder();

    private CodePointOrder() {}

    @Override
    public int compare(String left, String right) {
        if (left == right) {
            return 0;
        }
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return rank(a) - rank(b);
            }
        }
        return left.length() - right.length();
    }

    /** Surrogates stand for code points above U+FFFF, so they rank above every other unit. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}

package io.drift.core.version;

import java.util.List;

/**
 * A version of an Alpine package, {@code 1.2.3b_rc1~hash-r4}, in the order of apk: numbers, the first as a number and the
 * others as text where one begins with 0; a letter; suffixes, of which {@code _alpha}, {@code _beta}, {@code _pre} and
 * {@code _rc} are older than none, and {@code _cvs}, {@code _svn}, {@code _git}, {@code _hg} and {@code _p} newer; a hash,
 * which is compared as text; and the revision.
 *
 * <pre>{@code
 * ApkVersion release = ApkVersion.of("3.1.4-r5");
 * boolean isOlder = ApkVersion.of("3.1.4_rc2-r9").compareTo(release) < 0; // true
 * }</pre>
 *
 * <p>Versions of which none is newer are equal. Immutable.
 */
public final class ApkVersion extends OrderedVersion<ApkVersion> {

    private static final List<String> BEFORE = List.of("_alpha", "_beta", "_pre", "_rc");
    private static final List<String> BEHIND = List.of("_cvs", "_svn", "_git", "_hg", "_p");

    // What may come next, from the oldest to the newest: where versions go on differently, that decides.
    private static final int SUFFIX_BEFORE = 1;
    private static final int END = 2;
    private static final int OTHER = 3;
    private static final int REVISION = 4;
    private static final int HASH = 5;
    private static final int NUMBER_OF_SUFFIX = 6;
    private static final int SUFFIX_BEHIND = 7;
    private static final int LETTER = 8;
    private static final int NUMBER = 9;

    private ApkVersion(String text) {
        super(text, keyOf(text));
    }

    /**
     * The version that a text stands for.
     *
     * @param text any text, without the architecture; what does not look like a version of apk is compared as text
     * @return its version
     */
    public static ApkVersion of(String text) {
        return new ApkVersion(text);
    }

    private static String keyOf(String text) {
        OrderKey key = new OrderKey(text).number();
        while (key.passesBeforeDigit(".")) {
            addNumber(key.add(NUMBER));
        }
        if (key.isAtLetter(key.length())) {
            key.add(LETTER).add(key.next());
        }
        while (addSuffix(key, BEFORE, SUFFIX_BEFORE) || addSuffix(key, BEHIND, SUFFIX_BEHIND)) {
            if (key.isAtDigit(key.length())) {
                key.add(NUMBER_OF_SUFFIX).number();
            }
        }
        addEnd(key);
        return key.toString();
    }

    /** One that begins with 0 stands for a fraction: 1.05 is older than 1.1. */
    private static void addNumber(OrderKey key) {
        if (key.isAt('0')) {
            key.add(0);
            while (key.isAtDigit(key.length())) {
                key.add(key.next());
            }
            key.add(0);
        } else {
            key.add(1).number();
        }
    }

    private static boolean addSuffix(OrderKey key, List<String> suffixes, int rank) {
        for (int place = suffixes.size() - 1; place >= 0; place--) {
            if (key.passes(suffixes.get(place))) {
                key.add(rank).add(place);
                return true;
            }
        }
        return false;
    }

    private static void addEnd(OrderKey key) {
        if (key.passes("~")) {
            key.add(HASH);
            while (key.isAtDigit(key.length()) || key.isAtLetter(key.length())) {
                key.add(key.next());
            }
            key.add(0);
        }
        if (key.passesBeforeDigit("-r")) {
            key.add(REVISION).number();
        }
        if (key.isBefore(key.length())) {
            key.add(OTHER);
            while (key.isBefore(key.length())) {
                key.add(key.next());
            }
        }
        key.add(END);
    }
}

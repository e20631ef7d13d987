package io.drift.core.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts texts by code point. How a text begins is packed into one number together with its place, and the numbers are
 * sorted, which touches no text; only those that begin alike are compared as a whole.
 */
final class SortedTexts {

    private static final int BITS = Long.SIZE - 1;
    private static final int BITS_A_LETTER = 7;
    /** Stands for any letter that has no number of its own, all of which come behind those that have one. */
    private static final int OTHER = (1 << BITS_A_LETTER) - 1;

    private SortedTexts() {}

    /** The places of the texts, in the order of the texts. */
    static int[] of(String[] texts) {
        int bitsOfPlace = Integer.SIZE - Integer.numberOfLeadingZeros(texts.length);
        int letters = (BITS - bitsOfPlace) / BITS_A_LETTER;
        long[] beginnings = new long[texts.length];
        for (int place = 0; place < texts.length; place++) {
            beginnings[place] = beginning(texts[place], letters) << bitsOfPlace | place;
        }
        Arrays.sort(beginnings);
        int[] places = new int[texts.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) (beginnings[i] & (1L << bitsOfPlace) - 1);
        }
        int from = 0;
        for (int to = 1; to <= places.length; to++) {
            if (to == places.length || beginnings[to] >>> bitsOfPlace != beginnings[from] >>> bitsOfPlace) {
                sort(places, from, to, texts);
                from = to;
            }
        }
        return places;
    }

    private static long beginning(String text, int letters) {
        int length = Math.min(text.length(), letters);
        long packed = 0;
        int i = 0;
        while (i < length) {
            int letter = text.charAt(i++);
            if (letter >= OTHER) {
                packed = packed << BITS_A_LETTER | OTHER;
                break;
            }
            packed = packed << BITS_A_LETTER | letter;
        }
        return packed << BITS_A_LETTER * (letters - i);
    }

    private static void sort(int[] places, int from, int to, String[] texts) {
        if (to - from > 1) {
            List<Integer> alike = new ArrayList<>(to - from);
            for (int i = from; i < to; i++) {
                alike.add(places[i]);
            }
            alike.sort((left, right) -> CodePointOrder.INSTANCE.compare(texts[left], texts[right]));
            for (int i = from; i < to; i++) {
                places[i] = alike.get(i - from);
            }
        }
    }
}

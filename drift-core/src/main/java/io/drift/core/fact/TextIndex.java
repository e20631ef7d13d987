package io.drift.core.fact;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From texts to numbers. Texts stand in an array near the place that their hash names, so that finding one touches little
 * memory and a copy of all is two copied arrays. Texts come from users: those that find no place near theirs, as when
 * somebody makes them collide, stand in a tree.
 */
final class TextIndex {

    /** What {@link #find} answers for a text that it does not have. */
    static final int UNKNOWN = -1;

    /** No texts, and none is ever added. */
    static final TextIndex EMPTY = new TextIndex();

    private static final int FEW = 4;
    private static final int MANY = 4096;
    /** How far from its place a text may stand. In an array that is half full at most, nearly all are within it. */
    private static final int NEAR = 16;
    /** 2^32 divided by the golden ratio: spreads hashes that are close together over the whole array. */
    private static final int SPREAD = 0x9E3779B9;

    private @Nullable String[] texts;
    /** The hashes of the texts in {@link #texts}, which tell most of them apart without a look at them. */
    private int[] hashes;

    private int[] numbers;
    /** The texts that found no place; nearly always empty. */
    private Map<String, Integer> crowded = Map.of();

    private int size;

    TextIndex() {
        texts = new String[FEW];
        hashes = new int[FEW];
        numbers = new int[FEW];
    }

    /** A copy. */
    TextIndex(TextIndex other) {
        texts = other.texts.clone();
        hashes = other.hashes.clone();
        numbers = other.numbers.clone();
        crowded = other.crowded.isEmpty() ? Map.of() : new TreeMap<>(other.crowded);
        size = other.size;
    }

    /** The number of a text, or {@link #UNKNOWN}. */
    int find(String text) {
        int hash = text.hashCode();
        int place = placeOf(hash);
        for (int steps = 0; steps < NEAR; steps++) {
            String found = texts[place];
            if (found == null) {
                return UNKNOWN;
            }
            if (hashes[place] == hash && found.equals(text)) {
                return numbers[place];
            }
            place = place + 1 & texts.length - 1;
        }
        return crowded.getOrDefault(text, UNKNOWN);
    }

    /** All texts with their numbers, in no order. */
    Contents contents() {
        Contents all = new Contents(new String[size], new int[size]);
        int found = 0;
        for (int place = 0; place < texts.length; place++) {
            if (texts[place] != null) {
                all.texts[found] = texts[place];
                all.numbers[found++] = numbers[place];
            }
        }
        for (Map.Entry<String, Integer> one : crowded.entrySet()) {
            all.texts[found] = one.getKey();
            all.numbers[found++] = one.getValue();
        }
        return all;
    }

    /** Texts, and in the same places their numbers. */
    record Contents(String[] texts, int[] numbers) {}

    /** Adds a text that it does not have yet. */
    void add(String text, int number) {
        if (2 * (size + 1) > texts.length) {
            grow();
        }
        insert(text, text.hashCode(), number);
        size++;
    }

    private void insert(String text, int hash, int number) {
        int place = placeOf(hash);
        for (int steps = 0; steps < NEAR; steps++) {
            if (texts[place] == null) {
                texts[place] = text;
                hashes[place] = hash;
                numbers[place] = number;
                return;
            }
            place = place + 1 & texts.length - 1;
        }
        if (crowded.isEmpty()) {
            crowded = new TreeMap<>();
        }
        crowded.put(text, number);
    }

    private void grow() {
        @Nullable String[] oldTexts = texts;
        int[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        Map<String, Integer> oldCrowded = crowded;
        int length = oldTexts.length * (oldTexts.length < MANY ? 4 : 2);
        texts = new String[length];
        hashes = new int[length];
        numbers = new int[length];
        crowded = Map.of();
        for (int place = 0; place < oldTexts.length; place++) {
            String text = oldTexts[place];
            if (text != null) {
                insert(text, oldHashes[place], oldNumbers[place]);
            }
        }
        oldCrowded.forEach((text, number) -> insert(text, text.hashCode(), number));
    }

    private int placeOf(int hash) {
        return hash * SPREAD >>> Integer.numberOfLeadingZeros(texts.length - 1);
    }
}

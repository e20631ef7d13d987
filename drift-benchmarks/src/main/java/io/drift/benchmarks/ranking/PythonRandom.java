package io.drift.benchmarks.ranking;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The random numbers of Python's {@code random.Random}, in which the recipe of the fleets is written: with the same numbers,
 * fleets and causes are the very ones for which the figures of the prototype are known.
 */
final class PythonRandom {

    private static final int STEP = 397;
    /** For so few choices {@code sample} draws in another way, which nobody needs here. */
    private static final int SMALL_SAMPLE = 85;

    private final int[] state = new int[624];
    private int next = state.length;

    private PythonRandom(int[] key) {
        begin(19_650_218);
        int place = 1;
        for (int turn = 0; turn < Math.max(state.length, key.length); turn++) {
            state[place] = (state[place] ^ mixed(place) * 1_664_525) + key[turn % key.length] + turn % key.length;
            place = following(place);
        }
        for (int turn = 1; turn < state.length; turn++) {
            state[place] = (state[place] ^ mixed(place) * 1_566_083_941) - place;
            place = following(place);
        }
        state[0] = Integer.MIN_VALUE;
    }

    static PythonRandom of(int seed) {
        return new PythonRandom(new int[] {seed});
    }

    /** A text and its SHA-512 are one number, whose lowest 32 bits come first. */
    static PythonRandom of(String seed) {
        byte[] text = seed.getBytes(StandardCharsets.UTF_8);
        BigInteger number = new BigInteger(1, text).shiftLeft(512).add(new BigInteger(1, sha512(text)));
        int[] key = new int[(number.bitLength() + 31) / 32];
        for (int word = 0; word < key.length; word++) {
            key[word] = number.shiftRight(32 * word).intValue();
        }
        return new PythonRandom(key);
    }

    private static byte[] sha512(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void begin(int seed) {
        state[0] = seed;
        for (int place = 1; place < state.length; place++) {
            state[place] = mixed(place) * 1_812_433_253 + place;
        }
    }

    private int mixed(int place) {
        return state[place - 1] ^ state[place - 1] >>> 30;
    }

    private int following(int place) {
        if (place + 1 < state.length) {
            return place + 1;
        }
        state[0] = state[state.length - 1];
        return 1;
    }

    /** So many bits, at most 32. */
    int bits(int count) {
        if (next == state.length) {
            turn();
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= word << 7 & 0x9d2c5680;
        word ^= word << 15 & 0xefc60000;
        word ^= word >>> 18;
        return word >>> 32 - count;
    }

    private void turn() {
        for (int place = 0; place < state.length; place++) {
            int following = state[(place + 1) % state.length];
            int both = state[place] & Integer.MIN_VALUE | following & Integer.MAX_VALUE;
            int twist = (both & 1) == 0 ? 0 : 0x9908b0df;
            state[place] = state[(place + STEP) % state.length] ^ both >>> 1 ^ twist;
        }
        next = 0;
    }

    /** True with a probability. */
    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** From 0 to below 1. */
    double fraction() {
        long high = bits(27);
        return (high * (1 << 26) + bits(26)) / (double) (1L << 53);
    }

    /** From 0 to below a limit. */
    int below(int limit) {
        int count = Integer.SIZE - Integer.numberOfLeadingZeros(limit);
        int number = bits(count);
        while (number >= limit) {
            number = bits(count);
        }
        return number;
    }

    /** From one number to another one. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    <T> T choice(List<T> all) {
        return all.get(below(all.size()));
    }

    /** Some of many, each once. */
    <T> List<T> sample(List<T> all, int count) {
        if (all.size() <= (count > 5 ? SMALL_SAMPLE : 21)) {
            throw new IllegalArgumentException("too few to draw from: " + all.size());
        }
        Set<Integer> places = new LinkedHashSet<>();
        while (places.size() < count) {
            places.add(below(all.size()));
        }
        return places.stream().<T>map(all::get).toList();
    }

    void shuffle(List<?> all) {
        for (int place = all.size() - 1; place > 0; place--) {
            Collections.swap(all, place, below(place + 1));
        }
    }
}

package io.drift.server.uploads;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** The different names in one upload, each of which its parser remembers. Thread-safe. */
final class MetNames {

    /** About; a large fleet has a few thousand. */
    private static final int MOST = 100_000;

    private static final int BITS = 18;
    /** The text, what it is found by, and as much again while the table of them grows. */
    private static final int TAKES = 4;

    private static final int BESIDE = 100;

    /** Which hashes were met; two names of one hash count as one, and nobody can choose names that have one. */
    private final AtomicLongArray met = new AtomicLongArray((1 << BITS) / Long.SIZE);

    private final long seed = ThreadLocalRandom.current().nextLong();
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * A name is met.
     *
     * @return whether it was not before
     * @throws StreamConstraintsException if there are too many
     */
    boolean add(String name) throws StreamConstraintsException {
        int bit = bit(name);
        long mask = 1L << bit;
        int place = bit / Long.SIZE;
        if ((met.getAcquire(place) & mask) != 0
                || (met.getAndAccumulate(place, mask, (all, one) -> all | one) & mask) != 0) {
            return false;
        }
        bytes.addAndGet(BESIDE + (long) TAKES * name.length());
        if (names.incrementAndGet() > MOST) {
            throw new StreamConstraintsException("too many names");
        }
        return true;
    }

    /** FNV-1a from a beginning that nobody knows, then spread as MurmurHash3 does it. */
    private int bit(String name) {
        long hash = seed;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return (int) (hash >>> Long.SIZE - BITS);
    }

    /** How much memory they take, about. */
    long bytes() {
        return bytes.get();
    }
}

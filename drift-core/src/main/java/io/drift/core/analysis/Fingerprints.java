package io.drift.core.analysis;

import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactValue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of clusters. Most views name the largest clusters only, and where nearly each column is one of its own,
 * hashing all of them takes longer than finding them: so the first ones are made together, and the others together.
 */
final class Fingerprints {

    private static final int FIRST = 16;

    private final Supplier<Stream<FactComparison>> facts;
    private final int[] examples;
    /** Whoever makes one again makes the same one, so that threads need no lock. */
    private final @Nullable String[] made;

    /**
     * Fingerprints that nobody has asked for.
     *
     * @param facts the facts that count
     * @param examples a column of each cluster
     */
    Fingerprints(Supplier<Stream<FactComparison>> facts, int[] examples) {
        this.facts = facts;
        this.examples = examples;
        this.made = new String[examples.length];
    }

    String of(int number) {
        String known = made[number];
        if (known != null) {
            return known;
        }
        int from = number < FIRST ? 0 : FIRST;
        Fingerprint[] some = new Fingerprint[number < FIRST ? Math.min(FIRST, made.length) : made.length - FIRST];
        for (int i = 0; i < some.length; i++) {
            some[i] = new Fingerprint();
        }
        facts.get().forEach(fact -> add(fact, from, some));
        for (int i = 0; i < some.length; i++) {
            made[from + i] = some[i].end();
        }
        return of(number);
    }

    /** Each value is encoded once, however many clusters have it. */
    private void add(FactComparison fact, int from, Fingerprint[] some) {
        DistinctValues values = fact.distinctValues();
        byte[][] encoded = new byte[values.size()][];
        for (int i = 0; i < some.length; i++) {
            int value = values.number(examples[from + i]);
            if (encoded[value] == null) {
                encoded[value] = encoded(fact, values.value(value));
            }
            some[i].add(encoded[value]);
        }
    }

    private static byte[] encoded(FactComparison fact, @Nullable FactValue value) {
        return value == null ? new byte[0] : Fingerprint.encoded(fact.fact(), value);
    }
}

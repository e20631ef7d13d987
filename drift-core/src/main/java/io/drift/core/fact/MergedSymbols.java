package io.drift.core.fact;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * One dictionary for all columns of a table, and the ways to it from theirs. The one that most was recorded over is taken
 * as it is; what the others have is merged into it, each name and value once.
 */
final class MergedSymbols {

    /** Copying an item is that much cheaper than translating one. */
    private static final int COPIES_FOR_A_TRANSLATION = 4;

    private final FactSymbols merged;
    private final Map<FactSymbols, Translation> translations = new IdentityHashMap<>();

    MergedSymbols(List<RecordedFacts> columns) {
        Map<FactSymbols, Integer> recorded = new IdentityHashMap<>();
        for (RecordedFacts column : columns) {
            column.parts().forEach(part -> recorded.merge(part.symbols(), part.facts().length, Integer::sum));
        }
        FactSymbols largest = recorded.entrySet().stream()
                .filter(entry -> isWorthCopying(entry.getKey(), entry.getValue()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
        if (largest == null) {
            merged = new FactSymbols();
        } else {
            merged = new FactSymbols(largest);
            translations.put(largest, Translation.NONE_NEEDED);
        }
    }

    /** A dictionary may know much more than is compared here. */
    private static boolean isWorthCopying(FactSymbols symbols, int recorded) {
        return symbols.facts() + symbols.values() <= (long) recorded * COPIES_FOR_A_TRANSLATION;
    }

    /** The merged dictionary. It has all symbols that were asked for, and perhaps others. */
    FactSymbols symbols() {
        return merged;
    }

    /** The way from a column's dictionary. */
    Translation from(FactSymbols symbols) {
        return translations.computeIfAbsent(symbols, from -> new ToMerged(from, merged));
    }

    /** From the symbols of one dictionary to those of another. */
    interface Translation {

        /** Everything has the same symbol in both. */
        Translation NONE_NEEDED = new Translation() {
            @Override
            public int fact(int symbol) {
                return symbol;
            }

            @Override
            public int value(int symbol) {
                return symbol;
            }
        };

        int fact(int symbol);

        int value(int symbol);
    }

    /** Looks up in the other dictionary what comes for the first time. */
    private static final class ToMerged implements Translation {

        private static final int UNKNOWN = -1;

        private final FactSymbols from;
        private final FactSymbols to;
        private final int[] facts;
        private final int[] values;

        ToMerged(FactSymbols from, FactSymbols to) {
            this.from = from;
            this.to = to;
            this.facts = unknown(from.facts());
            this.values = unknown(from.values());
        }

        private static int[] unknown(int size) {
            int[] symbols = new int[size];
            Arrays.fill(symbols, UNKNOWN);
            return symbols;
        }

        @Override
        public int fact(int symbol) {
            if (facts[symbol] == UNKNOWN) {
                facts[symbol] = to.fact(from.nameOf(symbol));
            }
            return facts[symbol];
        }

        @Override
        public int value(int symbol) {
            if (values[symbol] == UNKNOWN) {
                values[symbol] = to.value(from.valueOf(symbol));
            }
            return values[symbol];
        }
    }
}

package io.drift.core.fact;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One dictionary for all columns of a table, and translations into it from the dictionaries of the columns. It begins as
 * a copy of the dictionary that most facts were recorded with; what the others have is added, each name and value once.
 */
final class MergedSymbols {

    /** Translating an item costs as much as copying so many. */
    private static final int COPIES_FOR_A_TRANSLATION = 4;

    private final FactSymbols merged;
    private final Map<FactSymbols, Translation> translations = new IdentityHashMap<>();

    MergedSymbols(List<RecordedFacts> columns) {
        FactSymbols most = mostUsed(columns);
        if (most == null) {
            merged = new FactSymbols();
        } else {
            merged = new FactSymbols(most);
            translations.put(most, Translation.NONE_NEEDED);
        }
    }

    private static @Nullable FactSymbols mostUsed(List<RecordedFacts> columns) {
        Map<FactSymbols, Long> recorded = new IdentityHashMap<>();
        FactSymbols most = null;
        long mostRecorded = 0;
        for (RecordedFacts column : columns) {
            for (RecordedFacts.Part part : column.parts()) {
                FactSymbols symbols = part.symbols();
                long sum = recorded.getOrDefault(symbols, 0L) + part.facts().length;
                recorded.put(symbols, sum);
                if (sum > mostRecorded) {
                    most = symbols;
                    mostRecorded = sum;
                }
            }
        }
        return most != null && isWorthCopying(most, mostRecorded) ? most : null;
    }

    /** A dictionary may know much more than is compared here; then translating what is needed costs less. */
    private static boolean isWorthCopying(FactSymbols symbols, long recorded) {
        return symbols.facts() + symbols.values() <= recorded * COPIES_FOR_A_TRANSLATION;
    }

    /** The merged dictionary. It has all symbols that were asked for, and perhaps others. */
    FactSymbols symbols() {
        return merged;
    }

    /** The translation from a column's dictionary. */
    Translation from(FactSymbols symbols) {
        Translation known = translations.get(symbols);
        if (known == null) {
            known = new ToMerged(symbols, merged);
            translations.put(symbols, known);
        }
        return known;
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

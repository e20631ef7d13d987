package io.drift.core.fact;

import java.util.Arrays;

/**
 * The order of a report: by group or single name, a single fact before a group of the same name, then by member. Facts
 * are sorted group by group, so that nothing but the members is compared.
 */
final class ReportOrder {

    private final FactSymbols symbols;
    private final int[] order;
    private int placed;

    private ReportOrder(FactSymbols symbols) {
        this.symbols = symbols;
        this.order = new int[symbols.facts()];
    }

    /** All facts of a dictionary in the order of {@link FactName}. */
    static int[] of(FactSymbols symbols) {
        ReportOrder order = new ReportOrder(symbols);
        for (String top : sorted(symbols.tops())) {
            order.place(top, symbols.singles());
            TextIndex members = symbols.membersOf(top);
            for (String member : sorted(members.texts())) {
                order.place(member, members);
            }
        }
        return order.order;
    }

    private void place(String name, TextIndex index) {
        int fact = index.find(name);
        if (fact != TextIndex.NOT_THERE) {
            order[placed++] = fact;
        }
    }

    /** Without surrogates, the natural order of texts is that of code points, and quicker. */
    private static String[] sorted(String[] texts) {
        if (Arrays.stream(texts).anyMatch(ReportOrder::hasSurrogates)) {
            Arrays.sort(texts, CodePointOrder.INSTANCE);
        } else {
            Arrays.sort(texts);
        }
        return texts;
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}

package io.drift.core.fact;

import java.util.Arrays;

/**
 * The order of a report: by group or single name, a single fact before a group of the same name, then by member. Facts
 * are sorted group by group, so that nothing but the members is compared.
 */
final class ReportOrder {

    private final TableRows rows;
    private final int[] order;
    private int placed;

    private ReportOrder(TableRows rows, int facts) {
        this.rows = rows;
        this.order = new int[facts];
    }

    /** The facts that some column has, in the order of {@link FactName}. */
    static int[] of(FactSymbols symbols, TableRows rows) {
        ReportOrder order = new ReportOrder(rows, symbols.facts());
        for (String top : sorted(symbols.tops())) {
            order.place(top, symbols.singles());
            TextIndex members = symbols.membersOf(top);
            for (String member : sorted(members.texts())) {
                order.place(member, members);
            }
        }
        return Arrays.copyOf(order.order, order.placed);
    }

    private void place(String name, TextIndex index) {
        int fact = index.find(name);
        if (fact != TextIndex.NOT_THERE && !rows.isEmpty(fact)) {
            order[placed++] = fact;
        }
    }

    /** Without surrogates, the natural order of texts is that of code points, and quicker. */
    private static String[] sorted(String[] texts) {
        if (anyHasSurrogates(texts)) {
            Arrays.sort(texts, CodePointOrder.INSTANCE);
        } else {
            Arrays.sort(texts);
        }
        return texts;
    }

    private static boolean anyHasSurrogates(String[] texts) {
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}

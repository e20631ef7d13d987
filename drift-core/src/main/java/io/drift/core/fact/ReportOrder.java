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
        for (String top : symbols.tops()) {
            int single = symbols.singles().find(top);
            if (single != TextIndex.UNKNOWN) {
                order.place(single);
            }
            TextIndex.Contents members = symbols.membersOf(top).contents();
            for (int member : SortedTexts.of(members.texts())) {
                order.place(members.numbers()[member]);
            }
        }
        return Arrays.copyOf(order.order, order.placed);
    }

    private void place(int fact) {
        if (!rows.isEmpty(fact)) {
            order[placed++] = fact;
        }
    }
}

package io.drift.cli;

import io.drift.core.analysis.FactValues;
import io.drift.core.analysis.SharedValue;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Who has which value of a fact, in one line: {@code 198 have 3.0.7-28 · 3.0.7-27: web-7 · missing: app-31}.
 *
 * @param values the values
 * @param columns who has them
 */
record ValuesLine(FactValues values, ColumnList columns) {

    private static final String GAP = " · ";
    private static final int LONGEST_VALUE = 40;

    /** At most so many characters: what has no room is counted. */
    String cut(int width) {
        List<String> parts = parts();
        String line = parts.isEmpty() ? CellNotation.NOT_LOOKED_AT : parts.get(0);
        for (int next = 1; next < parts.size(); next++) {
            String longer = line + GAP + parts.get(next);
            int left = parts.size() - next - 1;
            int room = left == 0 ? width : width - CellText.width(more(left));
            if (CellText.width(longer) > room) {
                return CellText.cut(line, width - CellText.width(more(left + 1))) + more(left + 1);
            }
            line = longer;
        }
        return CellText.cut(line, width);
    }

    private static String more(int parts) {
        return GAP + parts + " more";
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        List<SharedValue> all = values.values();
        if (isOneEach()) {
            parts.add(all.size() + " different values");
        } else {
            all.forEach(value -> parts.add(parts.isEmpty() ? usual(value) : other(value)));
        }
        add("hidden", values.hidden(), parts);
        add("not looked at", values.notLookedAt(), parts);
        return parts;
    }

    private void add(String what, BitSet some, List<String> parts) {
        if (!some.isEmpty()) {
            parts.add(what + ": " + columns.few(some));
        }
    }

    /** Where each has a value of its own, none is usual. */
    private boolean isOneEach() {
        List<SharedValue> all = values.values();
        return all.size() > 2 && all.get(0).count() == 1;
    }

    private String usual(SharedValue value) {
        String verb = value.count() == 1 ? " has " : " have ";
        String who = values.values().size() == 1 && value.count() > 1 ? "all " + value.count() : "" + value.count();
        FactValue found = value.value();
        return found == null ? who + (value.count() == 1 ? " lacks it" : " lack it") : who + verb + shown(found);
    }

    private String other(SharedValue value) {
        FactValue found = value.value();
        return (found == null ? "missing" : shown(found)) + ": " + columns.few(value.columns());
    }

    static String shown(FactValue value) {
        return CellText.cutMiddle(CellNotation.PLAIN.of(String.join(", ", value.texts())), LONGEST_VALUE);
    }
}

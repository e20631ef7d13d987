package io.drift.cli;

import io.drift.core.analysis.FactValues;
import io.drift.core.analysis.SharedValue;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who has which value of a fact, in one line: {@code 198 have 3.0.7-28 · 3.0.7-27: web-7 · missing: app-31}.
 *
 * @param values the values
 * @param columns who has them
 */
record ValuesLine(FactValues values, ColumnList columns) {

    private static final String GAP = " · ";
    private static final int LONGEST_VALUE = 40;
    /** So many are all named, where there is room for names. */
    private static final int FEW = 4;

    /** At most so many characters: of values that many have, names give way to a number; what has no room then is counted. */
    String cut(int width) {
        return Stream.of(Integer.MAX_VALUE, FEW, 1)
                .map(this::parts)
                .filter(parts -> CellText.width(String.join(GAP, parts)) <= width)
                .findFirst()
                .map(parts -> joined(parts, width))
                .orElseGet(() -> joined(parts(FEW), width));
    }

    private static String joined(List<String> parts, int width) {
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

    /**
     * The values, each with who has it.
     *
     * @param mostNamed where more have it, they are counted and not named
     */
    private List<String> parts(int mostNamed) {
        List<String> parts = new ArrayList<>();
        List<SharedValue> all = values.values();
        if (isOneEach()) {
            parts.add(all.size() + " different values");
        } else {
            all.forEach(value -> parts.add(parts.isEmpty() ? usual(value) : other(value, mostNamed)));
        }
        add("hidden", values.hidden(), mostNamed, parts);
        add("not looked at", values.notLookedAt(), mostNamed, parts);
        return parts;
    }

    private void add(String what, BitSet some, int mostNamed, List<String> parts) {
        if (!some.isEmpty()) {
            parts.add(what + ": " + who(some, mostNamed));
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

    private String other(SharedValue value, int mostNamed) {
        FactValue found = value.value();
        return (found == null ? "missing" : shown(found)) + ": " + who(value.columns(), mostNamed);
    }

    private String who(BitSet some, int mostNamed) {
        return some.cardinality() > mostNamed ? some.cardinality() + " columns" : columns.few(some);
    }

    static String shown(FactValue value) {
        return CellText.cutMiddle(CellNotation.PLAIN.of(String.join(", ", value.texts())), LONGEST_VALUE);
    }
}

package io.drift.json.page;

import io.drift.core.analysis.FactValues;
import io.drift.core.analysis.SharedValue;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has which value of a fact, such as {@code 198 have 28 · 27: web-7 · missing: app-31}.
 *
 * @param columns who has them
 */
record ValuesText(ShownColumns columns) {

    private static final int FEW = 10;
    /** What stands for an empty text, which nobody would see. */
    private static final String EMPTY = "\"\"";

    String of(FactValues fact) {
        List<SharedValue> all = fact.values();
        List<String> parts = new ArrayList<>();
        boolean oneEach = all.size() > FEW && all.get(0).count() == 1;
        if (oneEach) {
            parts.add(all.size() + " different values");
        } else {
            all.stream().limit(FEW).forEach(value -> parts.add(parts.isEmpty() ? usual(value) : other(value)));
            if (all.size() > FEW) {
                parts.add("and " + (all.size() - FEW) + " more values");
            }
        }
        add("hidden", fact.hidden(), parts);
        add("not looked at", fact.notLookedAt(), parts);
        return String.join(" · ", parts);
    }

    private void add(String what, BitSet some, List<String> parts) {
        if (!some.isEmpty()) {
            parts.add(what + ": " + columns.few(some.stream().boxed().toList()));
        }
    }

    private String usual(SharedValue value) {
        boolean one = value.count() == 1;
        FactValue found = value.value();
        return value.count()
                + (found == null ? one ? " lacks it" : " lack it" : (one ? " has " : " have ") + shown(found));
    }

    private String other(SharedValue value) {
        return columns.markup().odd(shown(value.value())) + ": "
                + columns.few(value.columns().stream().boxed().toList());
    }

    /** A value, or that there is none. */
    String shown(@Nullable FactValue value) {
        if (value == null) {
            return "missing";
        }
        String text = String.join(", ", value.texts());
        return columns.markup().value(text.isEmpty() ? EMPTY : text);
    }
}

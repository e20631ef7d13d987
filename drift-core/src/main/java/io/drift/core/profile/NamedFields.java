package io.drift.core.profile;

import io.drift.core.fact.FactSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of things that have a name and the same fields each, such as {@code network_interfaces.eth0.mtu}. */
final class NamedFields {

    private final FactSymbols symbols;
    private final String group;
    private final List<String> fields;
    private final Map<String, int[]> factsOf = new HashMap<>();

    NamedFields(FactSymbols symbols, String group, List<String> fields) {
        this.symbols = symbols;
        this.group = group;
        this.fields = fields;
    }

    /** The symbols of a thing's facts, in the order of the fields. */
    int[] facts(String name) {
        int[] facts = factsOf.get(name);
        if (facts == null) {
            facts = make(name);
            factsOf.put(name, facts);
        }
        return facts;
    }

    private int[] make(String name) {
        return fields.stream()
                .mapToInt(field -> symbols.fact(group, name + "." + field))
                .toArray();
    }
}

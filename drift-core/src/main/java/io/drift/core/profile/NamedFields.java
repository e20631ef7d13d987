package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of things that have a name and the same fields each, such as {@code network_interfaces.eth0.mtu}. */
final class NamedFields {

    private final FactRecorder facts;
    private final String group;
    private final List<String> fields;
    private final Map<String, List<FactSlot>> slotsOf = new HashMap<>();

    NamedFields(FactRecorder facts, String group, List<String> fields) {
        this.facts = facts;
        this.group = group;
        this.fields = fields;
    }

    /** The facts of a thing, in the order of the fields. */
    List<FactSlot> slots(String name) {
        List<FactSlot> slots = slotsOf.get(name);
        if (slots == null) {
            slots = fields.stream()
                    .map(field -> facts.slot(group, name + "." + field))
                    .toList();
            slotsOf.put(name, slots);
        }
        return slots;
    }
}

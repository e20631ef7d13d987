package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Network interfaces: six facts for each, {@code network_interfaces.eth0.mtu} and so on. */
final class NetworkFacts {

    private static final String GROUP = "network_interfaces";
    private static final List<String> FIELDS =
            List.of("ipv4_addresses", "ipv6_addresses", "mac_address", "mtu", "state", "type");

    private final NamedFields fields;
    private final List<SkippedPart> skipped;

    NetworkFacts(FactRecorder facts, List<SkippedPart> skipped) {
        this.fields = new NamedFields(facts, GROUP, FIELDS);
        this.skipped = skipped;
    }

    void item(Map<?, ?> nic) {
        Object name = nic.get("name");
        if (name == null || name.equals("")) {
            skipped.add(new SkippedPart(GROUP, "an interface without a name"));
            return;
        }
        List<FactSlot> slots = fields.slots(PythonText.of(name));
        for (int field = 0; field < FIELDS.size(); field++) {
            slots.get(field).record(text(FIELDS.get(field), nic));
        }
    }

    private @Nullable String text(String field, Map<?, ?> nic) {
        Object value = nic.get(field);
        return switch (field) {
            case "ipv4_addresses" -> addresses(value, false);
            case "ipv6_addresses" -> addresses(value, true);
            default -> value == null ? null : PythonText.of(value);
        };
    }

    /** The addresses in their order; null if there is none. */
    private @Nullable String addresses(@Nullable Object value, boolean ipv6) {
        if (!(value instanceof Collection<?> list)) {
            if (value != null) {
                skipped.add(new SkippedPart(GROUP, "addresses that are not a list: " + value));
            }
            return null;
        }
        String joined = null;
        for (Object one : list) {
            String address = ipv6 ? Ipv6Text.compressed(PythonText.of(one)) : PythonText.of(one);
            joined = joined == null ? address : joined + ", " + address;
        }
        return joined;
    }
}

package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Network interfaces: six facts for each, {@code network_interfaces.eth0.mtu} and so on. */
final class NetworkFacts {

    private static final String GROUP = "network_interfaces";

    private final FactRecorder facts;
    private final ProfileWarnings warnings;

    NetworkFacts(FactRecorder facts, ProfileWarnings warnings) {
        this.facts = facts;
        this.warnings = warnings;
    }

    void item(Map<?, ?> nic) {
        Object name = nic.get("name");
        if (name == null || name.equals("")) {
            warnings.skipped(GROUP, "an interface without a name");
            return;
        }
        String prefix = PythonText.of(name) + ".";
        record(prefix + "ipv4_addresses", addresses(nic.get("ipv4_addresses"), false));
        record(prefix + "ipv6_addresses", addresses(nic.get("ipv6_addresses"), true));
        for (String field : new String[] {"mac_address", "mtu", "state", "type"}) {
            Object value = nic.get(field);
            record(prefix + field, value == null ? null : PythonText.of(value));
        }
    }

    private void record(String member, @Nullable String text) {
        facts.record(facts.symbols().fact(GROUP, member), facts.symbols().value(text));
    }

    /** The addresses in their order; null if there is none. */
    private @Nullable String addresses(@Nullable Object value, boolean ipv6) {
        if (!(value instanceof Collection<?> list)) {
            if (value != null) {
                warnings.skipped(GROUP, "addresses that are not a list: " + value);
            }
            return null;
        }
        return list.isEmpty()
                ? null
                : list.stream()
                        .map(PythonText::of)
                        .map(address -> ipv6 ? Ipv6Text.compressed(address) : address)
                        .collect(Collectors.joining(", "));
    }
}

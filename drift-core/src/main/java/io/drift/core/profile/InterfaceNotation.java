package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network interface in one notation (Q39): the order of its addresses and the notation of IPv6 and MAC addresses do not
 * count.
 */
final class InterfaceNotation {

    private InterfaceNotation() {}

    /** A copy of an interface, with its addresses sorted and joined. */
    static Map<String, @Nullable Object> of(Map<?, ?> nic) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        nic.forEach((key, value) -> {
            String field = PythonText.of(key);
            copy.put(
                    field,
                    switch (field) {
                        case "ipv4_addresses" -> addresses(value, false);
                        case "ipv6_addresses" -> addresses(value, true);
                        case "mac_address" ->
                            value instanceof CharSequence mac && !PlainValue.isMissing(mac)
                                    ? mac.toString().toLowerCase(Locale.ROOT)
                                    : value;
                        default -> value;
                    });
        });
        return copy;
    }

    /** Null if there is none; what is no list of texts stays as it is. */
    private static @Nullable Object addresses(@Nullable Object value, boolean ipv6) {
        if (!(value instanceof Collection<?> list)
                || !list.stream().allMatch(item -> PlainValue.isMissingItem(item) || PlainValue.isScalar(item))) {
            return value;
        }
        List<String> sorted = list.stream()
                .filter(item -> !PlainValue.isMissingItem(item))
                .map(PythonText::of)
                .map(address -> ipv6 ? Ipv6Text.compressed(address) : address)
                .sorted(CodePointOrder.INSTANCE)
                .toList();
        return sorted.isEmpty() ? null : String.join(", ", sorted);
    }
}

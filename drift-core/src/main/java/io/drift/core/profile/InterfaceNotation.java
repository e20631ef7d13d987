package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import java.util.ArrayList;
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
            copy.put(field, inOneNotation(field, value));
        });
        return copy;
    }

    private static @Nullable Object inOneNotation(String field, @Nullable Object value) {
        return switch (field) {
            case "ipv4_addresses" -> value instanceof Collection<?> list ? addresses(list, false) : value;
            case "ipv6_addresses" -> value instanceof Collection<?> list ? addresses(list, true) : value;
            case "mac_address" ->
                value instanceof CharSequence mac && !PlainValue.isMissing(mac)
                        ? mac.toString().toLowerCase(Locale.ROOT)
                        : value;
            default -> value;
        };
    }

    /** Null if there is none; a list with something else than texts stays as it is. */
    private static @Nullable Object addresses(Collection<?> list, boolean ipv6) {
        List<String> addresses = new ArrayList<>(list.size());
        for (Object one : list) {
            if (PlainValue.isMissingItem(one)) {
                continue;
            }
            if (!PlainValue.isScalar(one)) {
                return list;
            }
            addresses.add(ipv6 ? Ipv6Text.compressed(PythonText.of(one)) : PythonText.of(one));
        }
        if (addresses.size() == 1) {
            return addresses.get(0);
        }
        addresses.sort(CodePointOrder.INSTANCE);
        return addresses.isEmpty() ? null : String.join(", ", addresses);
    }
}

package io.drift.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Writes a profile in another way that says the same: another order, another notation, other words for nothing. */
final class SameProfile {

    private static final List<Object> NOTHING =
            Arrays.asList(null, "N/A", Map.of(), List.of(), Map.of("x", Map.of()), Collections.singletonList(null));

    private final Random random;

    SameProfile(Random random) {
        this.random = random;
    }

    Map<String, Object> of(Map<String, Object> profile) {
        Map<String, Object> same = object(profile);
        same.put("captured_date", "2024-05-0" + random.nextInt(9));
        same.put("id", random.nextInt());
        for (String part : List.of("installed_packages", "installed_packages_delta")) {
            if (same.get(part) instanceof List<?> list) {
                same.put(part, list.stream().map(this::withEpoch0).toList());
            }
        }
        if (same.get("network_interfaces") instanceof List<?> list) {
            list.forEach(this::rewriteAddresses);
        }
        return same;
    }

    private Object withEpoch0(Object item) {
        return item instanceof String text && random.nextBoolean()
                ? text.replaceFirst("^([a-z]+)-([0-9.]+-[0-9.a-z_]+)$", "$1-0:$2")
                : item;
    }

    @SuppressWarnings("unchecked")
    private void rewriteAddresses(Object entry) {
        if (entry instanceof Map<?, ?>) {
            Map<String, Object> nic = (Map<String, Object>) entry;
            if (nic.get("ipv6_addresses") instanceof List<?> list) {
                nic.put(
                        "ipv6_addresses",
                        list.stream()
                                .map(address -> "fe80::1".equals(address) ? "FE80:0:0:0::0001" : address)
                                .toList());
            }
            if (nic.get("mac_address") instanceof String mac && !mac.equals("N/A")) {
                nic.put("mac_address", mac.toUpperCase(Locale.ROOT));
            }
        }
    }

    /** Members in another order; what is missing is missing in another way. */
    private <K> Map<K, Object> object(Map<K, ?> object) {
        List<K> keys = new ArrayList<>(object.keySet());
        Collections.shuffle(keys, random);
        Map<K, Object> same = new LinkedHashMap<>();
        for (K key : keys) {
            Object value = object.get(key);
            if (!isNothing(value)) {
                same.put(key, value(value));
            } else if (random.nextBoolean()) {
                same.put(key, nothing());
            }
        }
        return same;
    }

    private Object nothing() {
        return NOTHING.get(random.nextInt(NOTHING.size()));
    }

    private Object value(Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<Object, Object> same = new LinkedHashMap<>(object(object));
            same.put("nothing", nothing());
            return same;
        }
        return value instanceof List<?> list ? list(list) : value;
    }

    /** Items in another order, but not those of a list in a list, which may be a pair. */
    private List<Object> list(List<?> list) {
        List<Object> same = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof String || !isNothing(item)) {
                same.add(item instanceof List ? item : value(item));
            }
        }
        if (random.nextBoolean()) {
            same.add(random.nextBoolean() ? null : Map.of());
        }
        Collections.shuffle(same, random);
        return same;
    }

    private static boolean isNothing(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.values().stream().allMatch(SameProfile::isNothing);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(item -> !(item instanceof String) && isNothing(item));
        }
        return value == null || value.equals("N/A");
    }
}

package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The notation of baselines that were made from profiles as the archived service read them: addresses and lists in the
 * order of the profile, MAC addresses in any case. Read exactly, neither counts (Q39).
 */
final class StoredNotation {

    private static final Set<String> WITH_LISTS = Set.of("ansible", "mssql", "systemd");
    private static final List<String> ADDRESSES = List.of(".ipv4_addresses", ".ipv6_addresses");
    private static final String BETWEEN = ", ";

    private StoredNotation() {}

    /** Whether what a baseline has is what was read exactly, the notation aside. */
    static boolean isSame(FactName fact, String ofBaseline, String readExactly) {
        if ("network_interfaces".equals(fact.group())) {
            return fact.member().endsWith(".mac_address")
                    ? ofBaseline.toLowerCase(Locale.ROOT).equals(readExactly)
                    : ADDRESSES.stream().anyMatch(fact.member()::endsWith)
                            && sorted(ofBaseline).equals(sorted(readExactly));
        }
        return fact.group() != null
                && WITH_LISTS.contains(fact.group())
                && isList(ofBaseline)
                && isList(readExactly)
                && sorted(inner(ofBaseline)).equals(sorted(inner(readExactly)));
    }

    private static boolean isList(String text) {
        return text.length() >= 2 && text.startsWith("[") && text.endsWith("]");
    }

    private static String inner(String list) {
        return list.substring(1, list.length() - 1);
    }

    private static List<String> sorted(String joined) {
        return Arrays.stream(joined.split(BETWEEN, -1)).sorted().toList();
    }
}

package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Interfaces and their addresses. How long an address is valid does not count, nor do the temporary ones that a system
 * makes up and drops again.
 */
final class IpAddresses {

    private static final String KEY = "network_interfaces";
    private static final String LINK = "link/";
    private static final Pattern NUMBERED = Pattern.compile("[0-9]+:");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2})+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]+");
    /** Addresses that a system makes up and drops again. */
    private static final Set<String> PASSING = Set.of("temporary", "deprecated");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int OF_CLASS = 4;

    private IpAddresses() {}

    /** What {@code ip address} prints. */
    static boolean ip(Section section, HostDraft host) {
        ArrayNode interfaces = host.profile().putArray(KEY);
        ObjectNode current = null;
        for (String line : section.content().split("\n")) {
            boolean begins = !line.startsWith(" ");
            List<String> words = words(line);
            String name = begins ? name(words) : null;
            if (name != null) {
                current = interfaces.addObject().put("name", name);
                put(current, "mtu", behind("mtu", words));
                put(current, "state", behind("state", words));
            } else if (current != null && !begins && Collections.disjoint(words, PASSING)) {
                add(current, words);
            }
        }
        return !interfaces.isEmpty();
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (StringTokenizer each = new StringTokenizer(line); each.hasMoreTokens(); ) {
            words.add(each.nextToken());
        }
        return words;
    }

    /** Of {@code 2: eth0@if7: <BROADCAST,UP> ...} the name eth0; null if the line does not begin an interface. */
    private static @Nullable String name(List<String> words) {
        boolean begins = words.size() > 2
                && NUMBERED.matcher(words.get(0)).matches()
                && words.get(1).endsWith(":")
                && words.get(2).startsWith("<");
        if (!begins) {
            return null;
        }
        String told = words.get(1).substring(0, words.get(1).length() - 1);
        int peer = told.indexOf('@');
        String name = peer < 0 ? told : told.substring(0, peer);
        return name.isEmpty() ? null : name;
    }

    private static @Nullable String behind(String word, List<String> words) {
        int at = words.indexOf(word);
        return at < 0 || at + 1 == words.size() ? null : words.get(at + 1);
    }

    private static void put(ObjectNode nic, String field, @Nullable String value) {
        if (value != null && NUMBER.matcher(value).matches()) {
            nic.put(field, Integer.parseInt(value));
        } else if (value != null && !value.equals("-")) {
            nic.put(field, value);
        }
    }

    private static void add(ObjectNode nic, List<String> words) {
        String first = words.isEmpty() ? "" : words.get(0);
        String second = words.size() > 1 ? words.get(1) : "";
        if (first.startsWith(LINK)) {
            put(nic, "type", first.substring(LINK.length()));
            put(nic, "mac_address", MAC.matcher(second).matches() ? second : null);
        } else if (first.equals("inet") || first.equals("inet6")) {
            Matcher address = ADDRESS.matcher(second);
            if (address.lookingAt()) {
                nic.withArrayProperty(first.equals("inet") ? "ipv4_addresses" : "ipv6_addresses")
                        .add(address.group());
            }
        }
    }

    /** Name, MAC address, MTU and state of each interface, where there is no {@code ip}. Of addresses nobody knows then. */
    static boolean names(Section section, HostDraft host) {
        ArrayNode interfaces = host.profile().putArray(KEY);
        boolean understood = true;
        for (String line : section.content().split("\n")) {
            String[] words = line.strip().split(" ");
            if (words.length != OF_CLASS) {
                understood &= line.isBlank();
                continue;
            }
            ObjectNode nic = interfaces.addObject().put("name", words[0]);
            put(nic, "mac_address", words[1]);
            put(nic, "mtu", words[2]);
            nic.put("state", words[3].toUpperCase(Locale.ROOT));
            host.notLookedAt(KEY + "." + words[0] + ".ipv4_addresses");
            host.notLookedAt(KEY + "." + words[0] + ".ipv6_addresses");
        }
        return understood;
    }
}

package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Interfaces and their addresses. How long an address is valid does not count, nor do the temporary ones that a system
 * makes up and drops again.
 */
final class IpAddresses {

    private static final String KEY = "network_interfaces";
    private static final Pattern INTERFACE = Pattern.compile("[0-9]+: ([^:@\\s]+)(?:@[^:\\s]+)?: <.*");
    private static final Pattern MTU = Pattern.compile(" mtu ([0-9]{1,9})\\b");
    private static final Pattern STATE = Pattern.compile(" state ([A-Z]+)\\b");
    private static final Pattern LINK = Pattern.compile("\\s+link/(\\S+)(?: ([0-9a-f:]+))?.*");
    private static final Pattern ADDRESS = Pattern.compile("\\s+inet(6)? ([0-9a-fA-F.:]+).*");
    private static final Pattern TEMPORARY = Pattern.compile(" (temporary|deprecated)\\b");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int OF_CLASS = 4;

    private IpAddresses() {}

    /** What {@code ip address} prints. */
    static boolean ip(Section section, HostDraft host) {
        ArrayNode interfaces = host.profile().putArray(KEY);
        ObjectNode current = null;
        for (String line : section.content().split("\n")) {
            Matcher begin = INTERFACE.matcher(line);
            if (!line.startsWith(" ") && begin.matches()) {
                current = interfaces.addObject().put("name", begin.group(1));
                putFound(current, "mtu", MTU.matcher(line));
                putFound(current, "state", STATE.matcher(line));
            } else if (current != null
                    && isTold(line.stripLeading())
                    && !TEMPORARY.matcher(line).find()) {
                add(current, line);
            }
        }
        return !interfaces.isEmpty();
    }

    /** Patterns take their time, and half of the lines tell how long an address is valid. */
    private static boolean isTold(String line) {
        return line.startsWith("link/") || line.startsWith("inet");
    }

    private static void putFound(ObjectNode nic, String field, Matcher found) {
        if (found.find()) {
            put(nic, field, found.group(1));
        }
    }

    private static void put(ObjectNode nic, String field, @Nullable String value) {
        if (value != null && NUMBER.matcher(value).matches()) {
            nic.put(field, Integer.parseInt(value));
        } else if (value != null && !value.equals("-")) {
            nic.put(field, value);
        }
    }

    private static void add(ObjectNode nic, String line) {
        Matcher link = LINK.matcher(line);
        Matcher address = ADDRESS.matcher(line);
        if (link.matches()) {
            put(nic, "type", link.group(1));
            put(nic, "mac_address", link.group(2));
        } else if (address.matches()) {
            nic.withArrayProperty(address.group(1) == null ? "ipv4_addresses" : "ipv6_addresses")
                    .add(address.group(2));
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

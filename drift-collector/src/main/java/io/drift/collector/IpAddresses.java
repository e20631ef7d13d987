package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code ip address}: interfaces and their addresses. How long an address is valid does not count. */
final class IpAddresses {

    private static final Pattern INTERFACE = Pattern.compile(
            "[0-9]+: ([^:@\\s]+)(?:@[^:\\s]+)?: <([^>]*)>.*?(?: mtu ([0-9]{1,9}))?(?: .*?state ([A-Z]+).*)?");
    private static final Pattern LINK = Pattern.compile("\\s+link/(\\S+)(?: ([0-9a-f:]+).*)?.*");
    private static final Pattern ADDRESS = Pattern.compile("\\s+inet(6)? ([0-9a-fA-F.:]+).*");

    private IpAddresses() {}

    static boolean read(Section section, HostDraft host) {
        ArrayNode interfaces = host.profile().putArray("network_interfaces");
        ObjectNode current = null;
        for (String line : section.content().split("\n")) {
            Matcher begin = INTERFACE.matcher(line);
            if (begin.matches()) {
                current = begin(interfaces, begin);
            } else {
                add(current, line);
            }
        }
        return !interfaces.isEmpty();
    }

    private static ObjectNode begin(ArrayNode interfaces, Matcher begin) {
        ObjectNode nic = interfaces.addObject().put("name", begin.group(1));
        if (begin.group(3) != null) {
            nic.put("mtu", Integer.parseInt(begin.group(3)));
        }
        if (begin.group(4) != null) {
            nic.put("state", begin.group(4));
        }
        return nic;
    }

    private static void add(@Nullable ObjectNode nic, String line) {
        Matcher link = LINK.matcher(line);
        Matcher address = ADDRESS.matcher(line);
        if (nic == null) {
            return;
        }
        if (link.matches()) {
            nic.put("type", link.group(1));
            if (link.group(2) != null) {
                nic.put("mac_address", link.group(2));
            }
        } else if (address.matches()) {
            nic.withArrayProperty(address.group(1) == null ? "ipv4_addresses" : "ipv6_addresses")
                    .add(address.group(2));
        }
    }
}

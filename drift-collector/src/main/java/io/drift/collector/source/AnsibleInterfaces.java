package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.collector.HostDraft;
import java.util.Set;

/** The interfaces of a host: a fact for each, whose name has underscores for what no name of a variable can have. */
final class AnsibleInterfaces {

    private static final String LIST = "interfaces";

    private final ObjectNode facts;
    private final Set<String> mapped;

    /**
     * Interfaces.
     *
     * @param facts of a host
     * @param mapped hears which of them are interfaces
     */
    AnsibleInterfaces(ObjectNode facts, Set<String> mapped) {
        this.facts = facts;
        this.mapped = mapped;
    }

    void tell(HostDraft host) {
        if (!facts.path(LIST).isArray()) {
            return;
        }
        mapped.add(LIST);
        ArrayNode interfaces = host.profile().putArray("network_interfaces");
        facts.path(LIST).forEach(name -> {
            String fact = name.asText().replaceAll("[^A-Za-z0-9_]", "_");
            if (facts.path(fact).isObject()) {
                mapped.add(fact);
                add(interfaces, name.asText(), facts.path(fact));
                host.notLookedAt("network_interfaces." + name.asText() + ".state");
                if (!facts.path(fact).has("macaddress")) {
                    host.notLookedAt("network_interfaces." + name.asText() + ".mac_address");
                }
            }
        });
        host.onlyLookedAt("network_interfaces");
    }

    private static void add(ArrayNode interfaces, String name, JsonNode told) {
        ObjectNode one = interfaces.addObject().put("name", name);
        copy(told, "mtu", one, "mtu");
        copy(told, "type", one, "type");
        copy(told, "macaddress", one, "mac_address");
        addresses(told.path("ipv4"), one, "ipv4_addresses");
        addresses(told.path("ipv4_secondaries"), one, "ipv4_addresses");
        addresses(told.path("ipv6"), one, "ipv6_addresses");
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String key) {
        if (from.path(name).isValueNode()) {
            to.set(key, from.get(name));
        }
    }

    /** One, or a list of them. */
    private static void addresses(JsonNode told, ObjectNode to, String key) {
        if (told.isArray()) {
            told.forEach(one -> addresses(one, to, key));
        } else if (told.path("address").isTextual()) {
            to.withArrayProperty(key).add(told.get("address"));
        }
    }
}

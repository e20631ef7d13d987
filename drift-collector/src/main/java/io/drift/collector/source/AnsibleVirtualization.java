package io.drift.collector.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.collector.HostDraft;
import java.util.Map;
import java.util.Set;

/**
 * On what a host runs. Ansible and systemd have names of their own for some of it; where it is not known which name is
 * the same, nothing is said.
 */
final class AnsibleVirtualization {

    private static final String ROLE = "virtualization_role";
    private static final String TYPE = "virtualization_type";
    private static final String GUEST = "guest";
    private static final Map<String, String> NAMES_OF_SYSTEMD = Map.of(
            "kvm", "kvm",
            "VMware", "vmware",
            "xen", "xen",
            "docker", "docker",
            "podman", "podman",
            "lxc", "lxc",
            "virtualbox", "oracle",
            "VirtualPC", "microsoft",
            "Hyper-V", "microsoft");

    private AnsibleVirtualization() {}

    static void tell(ObjectNode facts, HostDraft host, Set<String> mapped) {
        if (!facts.path(ROLE).isTextual()) {
            return;
        }
        boolean isGuest = facts.path(ROLE).textValue().equals(GUEST);
        host.profile().put("infrastructure_type", isGuest ? "virtual" : "physical");
        host.onlyLookedAt("infrastructure_type");
        mapped.add(ROLE);
        String vendor = NAMES_OF_SYSTEMD.get(facts.path(TYPE).asText());
        if (isGuest && vendor != null) {
            host.profile().put("infrastructure_vendor", vendor);
            mapped.add(TYPE);
        }
        if (!isGuest || vendor != null) {
            host.onlyLookedAt("infrastructure_vendor");
        }
    }
}

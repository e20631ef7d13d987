package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.collector.HostDraft;
import io.drift.collector.MachineReader;
import io.drift.collector.Section;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a host as Ansible has them, without {@code ansible_} in front. Where Ansible asks the machine the same as
 * a collection does, the facts are those of a collection; the others are below {@code ansible_facts}.
 */
final class AnsibleHost {

    private static final String GROUP = "ansible_facts";
    /** Which section of a collection says the same. */
    private static final Map<String, String> SECTIONS = Map.of(
            "machine_id", "machine-id",
            "nodename", "hostname",
            "kernel", "kernel-release",
            "architecture", "architecture");

    private static final Map<String, String> NUMBERS = Map.of(
            "processor_vcpus", "number_of_cpus",
            "processor_count", "number_of_sockets",
            "processor_cores", "cores_per_socket",
            "processor_threads_per_core", "threads_per_core");

    private static final Map<String, String> FIRMWARE = Map.of(
            "bios_vendor", "bios_vendor",
            "bios_version", "bios_version",
            "bios_date", "bios_release_date");

    /** What it says of how the machine was asked, of the moment, or of the machine's keys. */
    private static final Pattern IGNORED = Pattern.compile(
            "fqdn|hostname|date_time|uptime_seconds|loadavg|memfree_mb|swapfree_mb"
                    + "|memory_mb|env|proc_cmdline|ssh_host_key_.*|user_.*|effective_.*|real_.*|python.*"
                    + "|gather_subset|module_setup|discovered_interpreter_python|all_ipv[46]_addresses|default_ipv[46]"
                    + "|_facts_gathered|.*_serial|.*_uuid|hostnqn|iscsi_iqn|is_chroot|host|connection|password|become.*");

    /** How full a file system is. */
    private static final List<String> OF_THE_MOMENT =
            List.of("block_available", "block_used", "inode_available", "inode_used", "size_available");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final String NOT_TOLD = "NA";

    private final ObjectNode facts;
    private final Set<String> mapped = new LinkedHashSet<>();
    private final Set<String> groups = new LinkedHashSet<>();

    AnsibleHost(ObjectNode facts) {
        this.facts = facts;
    }

    /**
     * The host.
     *
     * @param name what Ansible calls it; null if it does not
     * @param found hears what may be a secret
     */
    HostDraft draft(@Nullable String name, Findings found) {
        HostDraft host = MachineReader.read(sections());
        if (name != null) {
            host.name(name);
        }
        release(host);
        NUMBERS.forEach((fact, key) -> number(host, fact, key));
        FIRMWARE.forEach((fact, key) -> text(host, fact, key));
        processorModel(host);
        selinux(host);
        new AnsibleInterfaces(facts, mapped).tell(host);
        new AnsiblePackages(facts.path("packages")).tell(host, mapped);
        AnsibleVirtualization.tell(facts, host, mapped);
        own(host, found);
        host.onlyLookedAt(groups.toArray(String[]::new));
        return host;
    }

    private Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        SECTIONS.forEach((fact, section) -> {
            if (isTold(fact)) {
                sections.put(section, Section.read(section, told(fact)));
                mapped.add(fact);
            }
        });
        return sections;
    }

    private boolean isTold(String fact) {
        JsonNode value = facts.path(fact);
        return value.isValueNode()
                && !value.isNull()
                && !value.asText().isEmpty()
                && !value.asText().equals(NOT_TOLD);
    }

    private String told(String fact) {
        return facts.path(fact).asText();
    }

    private void put(HostDraft host, String fact, String key, JsonNode value) {
        host.profile().set(key, value);
        mapped.add(fact);
        groups.add(key);
    }

    private void text(HostDraft host, String fact, String key) {
        if (isTold(fact)) {
            put(host, fact, key, facts.get(fact));
        }
    }

    private void number(HostDraft host, String fact, String key) {
        if (facts.path(fact).isIntegralNumber()) {
            put(host, fact, key, facts.get(fact));
        }
    }

    /** For Debian it knows the point release, where {@code os-release} has the major version only. */
    private void release(HostDraft host) {
        boolean isDebian = told("distribution").equals("Debian");
        text(host, isDebian ? "distribution_major_version" : "distribution_version", "os_release");
    }

    /** Number, vendor and model of each processor, one after the other. */
    private void processorModel(HostDraft host) {
        JsonNode vendor = facts.path("processor").path(1);
        JsonNode model = facts.path("processor").path(2);
        if (vendor.isTextual() && model.isTextual() && !isNumber(vendor) && !isNumber(model)) {
            put(host, "processor", "cpu_model", model);
        }
    }

    private static boolean isNumber(JsonNode text) {
        return NUMBER.matcher(text.textValue()).matches();
    }

    private void selinux(HostDraft host) {
        JsonNode selinux = facts.path("selinux");
        if (selinux.path("status").asText().equals("enabled")) {
            put(host, "selinux", "selinux_current_mode", selinux.path("mode"));
        } else if (selinux.isObject()) {
            mapped.add("selinux");
            groups.add("selinux_current_mode");
        }
    }

    private void own(HostDraft host, Findings found) {
        ObjectNode others = facts.objectNode();
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            if (!mapped.contains(fact.getKey())
                    && !IGNORED.matcher(fact.getKey()).matches()) {
                others.set(fact.getKey(), fact.getValue());
            }
        }
        others.path("mounts").forEach(mount -> {
            if (mount instanceof ObjectNode object) {
                object.remove(OF_THE_MOMENT);
            }
        });
        ScrubbedObject own = ScrubbedObject.of(GROUP, others);
        if (!own.object().isEmpty()) {
            host.profile().set(GROUP, own.object());
        }
        groups.add(GROUP);
        if (!own.secrets().isEmpty()) {
            own.secrets().forEach(host::notLookedAt);
            found.remark(own.inWords());
        }
    }
}

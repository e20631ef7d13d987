package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts that are one value each. Their rows exist in every report, even where no system has a value. */
final class ScalarFacts {

    static final List<String> KEYS = List.of(
            "infrastructure_type",
            "infrastructure_vendor",
            "bios_vendor",
            "bios_version",
            "bios_release_date",
            "os_release",
            "os_kernel_version",
            "arch",
            "last_boot_time",
            "cloud_provider",
            "fqdn",
            "tuned_profile",
            "sap_system",
            "sap_instance_number",
            "sap_version",
            "selinux_current_mode",
            "selinux_config_file",
            "cpu_model",
            "number_of_cpus",
            "number_of_sockets",
            "cores_per_socket",
            "satellite_managed");

    private final Map<String, FactSlot> slots = new LinkedHashMap<>();
    private final Set<String> present = new HashSet<>();

    ScalarFacts(FactRecorder facts) {
        KEYS.forEach(key -> slots.put(key, facts.slot(key)));
    }

    void begin() {
        present.clear();
        slots.values().forEach(FactSlot::recordMissing);
    }

    void record(String key, Object value) {
        present.add(key);
        slots.get(key).record(PythonText.of(value));
    }

    /** Today's inventory keeps these values below {@code workloads}; one at the root of the profile that is not null wins (Q26). */
    void recordUnlessPresent(String key, @Nullable Object value) {
        if (value != null && !present.contains(key)) {
            record(key, value);
        }
    }
}

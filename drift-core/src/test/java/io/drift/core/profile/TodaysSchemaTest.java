package io.drift.core.profile;

import static io.drift.core.profile.RandomProfiles.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.InventorySystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Each property of today's inventory schema counts (Q38): changed or removed in one of two profiles of a machine, it is a
 * difference.
 */
class TodaysSchemaTest {

    private static final int PROPERTIES = 71;
    /** By the rules, no fact or never different. */
    private static final Set<String> SILENT = Set.of("last_boot_time", "captured_date");

    private static Map<String, Object> profile() {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.putAll(identity());
        profile.putAll(hardware());
        profile.putAll(system());
        profile.putAll(software());
        profile.putAll(imageMode());
        profile.putAll(workloads());
        return Tree.copy(profile);
    }

    private static Map<String, Object> identity() {
        return object(
                "owner_id", "1b36b20f-7fa0-4454-a6d2-008294e06378",
                "rhc_client_id", "044e36dc-4e2b-4e69-8948-9c65a7bf4976",
                "rhc_config_state", "f4b1ac5d-5b1e-4a7b-9c1a-0ae1d2ad7c6a",
                "virtual_host_uuid", "2c7c1d4e-5a77-4f53-8f7b-3b5a4d5c6d7e",
                "captured_date", "2024-05-01T10:00:00+00:00",
                "subscription_status", "Current",
                "subscription_auto_attach", "yes",
                "katello_agent_running", false,
                "satellite_managed", true,
                "insights_client_version", "3.2.0-1.el9",
                "insights_egg_version", "3.2.4-1",
                "is_marketplace", false,
                "host_type", "edge",
                "conversions", object("activity", true),
                "system_purpose", object("usage", "Production", "role", "Server", "sla", "Premium"),
                "rhsm", object("version", "9.3", "environment_ids", List.of("env-1", "env-2")));
    }

    private static Map<String, Object> hardware() {
        return object(
                "cpu_model",
                "Xeon",
                "number_of_cpus",
                4,
                "number_of_sockets",
                2,
                "cores_per_socket",
                2,
                "threads_per_core",
                1,
                "system_memory_bytes",
                16_621_305_856L,
                "infrastructure_type",
                "virtual",
                "infrastructure_vendor",
                "kvm",
                "bios_vendor",
                "SeaBIOS",
                "bios_version",
                "1.16",
                "bios_release_date",
                "04/01/2014",
                "cpu_flags",
                List.of("fpu", "vme"),
                "cloud_provider",
                "aws",
                "public_ipv4_addresses",
                List.of("198.51.100.1", "198.51.100.2"),
                "public_dns",
                List.of("a.example.com", "b.example.com"),
                "network_interfaces",
                List.of(object(
                        "ipv4_addresses", List.of("192.0.2.1", "192.0.2.2"),
                        "ipv6_addresses", List.of("fe80::1"),
                        "mtu", 1500,
                        "mac_address", "52:54:00:cd:65:80",
                        "name", "eth0",
                        "state", "UP",
                        "type", "ether")),
                "disk_devices",
                List.of(object(
                        "device", "/dev/vda1",
                        "label", "boot",
                        "options", object("uid", "0", "ro", true),
                        "mount_point", "/boot",
                        "type", "xfs")));
    }

    private static Map<String, Object> system() {
        return object(
                "operating_system", object("major", 9, "minor", 3, "name", "RHEL"),
                "os_release", "9.3",
                "os_kernel_version", "5.14.0",
                "arch", "x86_64",
                "releasever", "9",
                "basearch", "x86_64",
                "kernel_modules", List.of("xfs", "kvm"),
                "last_boot_time", "2024-04-01T10:00:00+00:00",
                "running_processes", List.of("sshd", "bash", "bash"),
                "systemd",
                        object(
                                "state",
                                "degraded",
                                "jobs_queued",
                                1,
                                "failed",
                                2,
                                "failed_services",
                                List.of("a", "b")),
                "tuned_profile", "virtual-guest",
                "selinux_current_mode", "enforcing",
                "selinux_config_file", "enforcing",
                "installed_services", List.of("sshd", "crond"),
                "enabled_services", List.of("sshd", "crond"));
    }

    private static Map<String, Object> software() {
        return object(
                "yum_repos",
                        List.of(object(
                                "id", "base",
                                "name", "Base",
                                "gpgcheck", true,
                                "enabled", true,
                                "base_url", "http://example.com",
                                "mirrorlist", "http://example.com/mirrors")),
                "dnf_modules",
                        List.of(object("name", "nodejs", "stream", "18", "status", List.of("default", "enabled"))),
                "installed_products", List.of(object("name", "RHEL", "id", "479", "status", "Subscribed")),
                "installed_packages", List.of("bash-0:5.1.8-9.el9.x86_64", "gpg-pubkey-0:5a6340b3-6229229e"),
                "installed_packages_delta", List.of("kernel-0:5.14.0-427.el9.x86_64"),
                "gpg_pubkeys", List.of("gpg-pubkey-5a6340b3-6229229e"),
                "system_update_method", "dnf",
                "image_builder",
                        object("blueprint_id", "b-1", "compliance_policy_id", "p-1", "compliance_profile_id", "cis"));
    }

    private static Map<String, Object> imageMode() {
        return object(
                "greenboot_status",
                "green",
                "greenboot_fallback_detected",
                false,
                "rpm_ostree_deployments",
                List.of(object(
                        "id", "fedora-1",
                        "checksum", "c0ffee",
                        "origin", "edge/x86_64",
                        "osname", "rhel-edge",
                        "version", "9.3",
                        "booted", true,
                        "pinned", false)),
                "bootc_status",
                object("booted", image("booted"), "rollback", image("rollback"), "staged", image("staged")));
    }

    private static Object image(String name) {
        return object(
                "image", "quay.io/" + name,
                "image_digest", "sha256:" + name,
                "cached_image", "quay.io/cached-" + name,
                "cached_image_digest", "sha256:cached-" + name);
    }

    /** At the places of 2022, of 2024 and of today. */
    private static Map<String, Object> workloads() {
        return object(
                "sap_system", true,
                "sap_sids", List.of("H2", "A1"),
                "sap_instance_number", "03",
                "sap_version", "2.00",
                "sap", sap(),
                "ansible", ansible(),
                "mssql", object("version", "15.0"),
                "intersystems", intersystems(),
                "rhel_ai",
                        object(
                                "variant", "RHEL AI",
                                "rhel_ai_version_id", "v1.1",
                                "amd_gpu_models", List.of("MI300"),
                                "intel_gaudi_hpu_models", List.of("Gaudi 3"),
                                "nvidia_gpu_models", List.of("A100", "H100")),
                "third_party_services", object("crowdstrike", crowdstrike()),
                "workloads",
                        object(
                                "ansible", ansible(),
                                "crowdstrike", crowdstrike(),
                                "ibm_db2", object("is_running", true),
                                "intersystems", intersystems(),
                                "mssql", object("version", "16.0"),
                                "oracle_db", object("is_running", false),
                                "rhel_ai", rhelAi(),
                                "satellite", object("type", "server", "version", "6.15"),
                                "sap", sap()));
    }

    private static Object sap() {
        return object("sap_system", true, "sids", List.of("H2", "H3"), "instance_number", "04", "version", "2.01");
    }

    private static Object ansible() {
        return object(
                "controller_version", "4.5",
                "hub_version", "4.6",
                "catalog_worker_version", "1.0",
                "sso_version", "7.5",
                "receptor_version", "1.4",
                "runner_version", "2.3",
                "eda_controller_version", "1.1",
                "gateway_version", "2.5");
    }

    private static Object crowdstrike() {
        return object("falcon_aid", "44e3b7d20b43", "falcon_backend", "kernel", "falcon_version", "7.14");
    }

    private static Object intersystems() {
        return object(
                "is_intersystems",
                true,
                "running_instances",
                List.of(object("instance_name", "HEALTH", "product", "IRIS", "version", "2023.1")));
    }

    private static Object rhelAi() {
        return object(
                "variant", "RHEL AI",
                "rhel_ai_version_id", "v1.1",
                "gpu_models", List.of(object("name", "A100", "vendor", "Nvidia", "memory", "80GB", "count", 2)),
                "ai_models", List.of("granite-7b", "mixtral"),
                "free_disk_storage", "698GB");
    }

    private static boolean isSilent(Map<String, Object> changed) {
        InventorySystem now = InventorySystem.ofProfile("now", profile());
        RecordedProfile then = new ProfileRecorder().record(changed);
        ComparisonReport report = Comparison.of(now, new HistoricalProfile("then", "then", "now", null, then))
                .report();
        return !report.hasDifferences() && report.isComplete();
    }

    @Test
    void has_all_properties_here() {
        assertThat(profile()).hasSize(PROPERTIES);
        assertThat(isSilent(profile())).isTrue();
    }

    @Test
    void is_compared_wherever_something_changed() {
        List<List<Object>> silent = new ArrayList<>();
        for (List<Object> path : Tree.paths(profile())) {
            Object value = Tree.get(profile(), path);
            if (Tree.isLeaf(value)) {
                Map<String, Object> changed = profile();
                Tree.set(changed, path, other(value));
                if (isSilent(changed)) {
                    silent.add(path);
                }
            }
        }
        assertThat(silent).allMatch(path -> SILENT.contains(path.get(0))).hasSameSizeAs(SILENT);
    }

    private static Object other(Object value) {
        if (value instanceof Boolean flag) {
            return !flag;
        }
        return value instanceof Number number ? (Object) (number.longValue() * 2) : value + "2";
    }

    @Test
    void is_compared_wherever_something_is_gone() {
        List<List<Object>> silent = new ArrayList<>();
        for (List<Object> path : Tree.paths(profile())) {
            if (!path.isEmpty()) {
                Map<String, Object> changed = profile();
                Tree.remove(changed, path);
                if (isSilent(changed)) {
                    silent.add(path);
                }
            }
        }
        assertThat(silent).allMatch(path -> SILENT.contains(path.get(0))).hasSameSizeAs(SILENT);
    }

    @Test
    void does_not_differ_in_memory_that_is_shown_alike() {
        Map<String, Object> changed = profile();
        changed.put("system_memory_bytes", 16_621_305_857L);

        assertThat(isSilent(changed)).isTrue();
    }
}

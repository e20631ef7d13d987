package io.drift.json;

import java.util.Set;

/**
 * The keys by which a document is known to be a profile: those of the inventory's schema, today and before, and our own
 * {@code deb_packages} (Q32).
 */
final class ProfileKeys {

    private static final Set<String> KNOWN =
            Set.of(("ansible arch basearch bios_release_date bios_vendor bios_version bootc_status captured_date"
                            + " cloud_provider conversions cores_per_socket cpu_flags cpu_model deb_packages disk_devices"
                            + " dnf_modules enabled_services fqdn gpg_pubkeys greenboot_fallback_detected greenboot_status"
                            + " host_type image_builder infrastructure_type infrastructure_vendor insights_client_version"
                            + " insights_egg_version installed_packages installed_packages_delta installed_products"
                            + " installed_services intersystems is_marketplace katello_agent_running kernel_modules"
                            + " last_boot_time mssql network_interfaces number_of_cpus number_of_sockets operating_system"
                            + " os_kernel_version os_release owner_id public_dns public_ipv4_addresses releasever"
                            + " rhc_client_id rhc_config_state rhel_ai rhsm rpm_ostree_deployments running_processes sap"
                            + " sap_instance_number sap_sids sap_system sap_version satellite_managed"
                            + " selinux_config_file selinux_current_mode subscription_auto_attach subscription_status"
                            + " system_memory_bytes system_purpose system_update_method systemd third_party_services"
                            + " threads_per_core tuned_profile virtual_host_uuid workloads yum_repos")
                    .split(" "));

    private ProfileKeys() {}

    static boolean isKnown(String key) {
        return KNOWN.contains(key);
    }
}

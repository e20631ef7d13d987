package io.drift.core.profile;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.drift.core.fact.FactValue;
import io.drift.core.fact.RecordedFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileRecorderTest {

    private final List<String> warnings = new ArrayList<>();
    private final ProfileRecorder recorder = recorder(Reading.ARCHIVED);
    private final ProfileRecorder exact = recorder(Reading.EXACT);

    private ProfileRecorder recorder(Reading reading) {
        return new ProfileRecorder(reading);
    }

    /** Remembers what could not be looked at. */
    private RecordedProfile recorded(RecordedProfile profile) {
        profile.skipped().forEach(part -> warnings.add(part.key()));
        return profile;
    }

    /** Key and value by turns, in this order. */
    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    private Map<String, Object> facts(Object... parts) {
        return visible(recorded(recorder.record(object(parts))).facts());
    }

    private Map<String, Object> exactFacts(Object... parts) {
        return visible(recorded(exact.record(object(parts))).facts());
    }

    /** Without the rows that are always there and have no value; a missing value is the text {@code -}. */
    private static Map<String, Object> visible(RecordedFacts facts) {
        Map<String, Object> visible = new LinkedHashMap<>();
        facts.asMap().forEach((name, value) -> {
            if (value instanceof FactValue.Several several) {
                visible.put(name.toString(), several.texts());
            } else if (value != null || !ScalarFacts.KEYS.contains(name.toString())) {
                visible.put(name.toString(), value == null ? "-" : value.toString());
            }
        });
        return visible;
    }

    @Nested
    class Single_values {

        @Test
        void always_have_a_row() {
            assertThat(recorder.record(Map.of()).facts().asMap().keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder(("infrastructure_type infrastructure_vendor bios_vendor bios_version"
                                    + " bios_release_date os_release os_kernel_version arch last_boot_time"
                                    + " cloud_provider fqdn tuned_profile sap_instance_number sap_version"
                                    + " selinux_current_mode selinux_config_file cpu_model number_of_cpus"
                                    + " number_of_sockets cores_per_socket sap_system satellite_managed")
                            .split(" "));
            assertThat(facts()).isEmpty();
        }

        @Test
        void are_texts() {
            assertThat(facts(
                            "arch",
                            "x86_64",
                            "number_of_cpus",
                            4,
                            "satellite_managed",
                            false,
                            "sap_system",
                            true,
                            "tuned_profile",
                            "",
                            "cpu_model",
                            "N/A"))
                    .containsOnly(
                            entry("arch", "x86_64"),
                            entry("number_of_cpus", "4"),
                            entry("satellite_managed", "False"),
                            entry("sap_system", "True"),
                            entry("tuned_profile", ""));
        }

        @Test
        void are_missing_if_null() {
            assertThat(facts("arch", null, "number_of_cpus", null, "sap_system", null))
                    .isEmpty();
        }

        @Test
        void of_another_type_are_in_python_notation() {
            assertThat(facts("arch", List.of("a", true), "bios_version", 1.0, "os_release", object("a", null)))
                    .containsOnly(
                            entry("arch", "['a', True]"),
                            entry("bios_version", "1.0"),
                            entry("os_release", "{'a': None}"));
        }

        @Test
        void that_nobody_compares_are_ignored() {
            assertThat(facts("rhc_client_id", "x", "disk_devices", List.of(1))).isEmpty();
            assertThat(warnings).isEmpty();
            assertThat(List.of("rhc_client_id", "disk_devices", "")).noneMatch(recorder::isRead);
            assertThat(List.of("arch", "sap_sids", "cpu_flags", "yum_repos", "workloads", "captured_date"))
                    .allMatch(recorder::isRead);
        }
    }

    @Nested
    class Memory {

        @Test
        void is_in_its_best_unit() {
            assertThat(facts("system_memory_bytes", 16620134400L)).containsOnly(entry("system_memory", "15.48 GiB"));
        }

        @Test
        void of_no_bytes_is_a_value_and_null_is_absent() {
            assertThat(facts("system_memory_bytes", 0)).containsOnly(entry("system_memory", "0.00 Byte"));
            assertThat(facts("system_memory_bytes", null)).isEmpty();
        }

        @Test
        void that_is_not_a_number_is_left_out() {
            assertThat(facts("arch", "a", "system_memory_bytes", "big")).containsOnly(entry("arch", "a"));
            assertThat(facts("arch", "a", "system_memory_bytes", Double.POSITIVE_INFINITY))
                    .containsOnly(entry("arch", "a"));
            assertThat(warnings).containsExactly("system_memory_bytes", "system_memory_bytes");
        }
    }

    @Nested
    class Lists {

        @Test
        void give_each_item_a_fact() {
            assertThat(facts(
                            "cpu_flags", List.of("fpu", "sse4.1"),
                            "kernel_modules", List.of("xfs", "xfs"),
                            "enabled_services", List.of("sshd"),
                            "installed_services", List.of("crond", "sshd")))
                    .containsOnly(
                            entry("cpu_flags.fpu", "enabled"),
                            entry("cpu_flags.sse4.1", "enabled"),
                            entry("kernel_modules.xfs", "enabled"),
                            entry("enabled_services.sshd", "enabled"),
                            entry("installed_services.crond", "installed"),
                            entry("installed_services.sshd", "installed"));
        }

        @Test
        void of_processes_are_counted_for_each_profile_anew() {
            assertThat(facts("running_processes", List.of("bash", "sshd", "bash")))
                    .containsOnly(entry("running_processes.bash", "2"), entry("running_processes.sshd", "1"));
            assertThat(facts("running_processes", List.of("bash"))).containsOnly(entry("running_processes.bash", "1"));
        }

        @Test
        void can_be_given_item_by_item() {
            recorder.begin();
            ListItem bash = recorder.listPart("installed_packages").item("bash-5-1.noarch");
            ListItem init = recorder.listPart("running_processes").item("init");
            bash.record();
            init.record();
            RecordedProfile profile = recorder.end();

            assertThat(visible(profile.facts()))
                    .containsOnly(entry("installed_packages.bash", "5-1.noarch"), entry("running_processes.init", "1"));
            assertThat(profile.exists()).isTrue();
            assertThat(recorder.listPart("arch")).isNull();
            assertThat(recorder.listPart("yum_repos")).isNull();
        }

        @Test
        void have_items_that_are_worked_out_once_for_many_profiles() {
            recorder.begin();
            ListItem fpu = recorder.listPart("cpu_flags").item("fpu");
            ListItem init = recorder.listPart("running_processes").item("init");
            RecordedProfile without = recorder.end();
            recorder.begin();
            fpu.record();
            init.record();
            init.record();
            RecordedProfile with = recorder.end();

            assertThat(visible(without.facts())).isEmpty();
            assertThat(visible(with.facts()))
                    .containsOnly(entry("cpu_flags.fpu", "enabled"), entry("running_processes.init", "2"));
        }
    }

    @Nested
    class Packages {

        @Test
        void are_shown_with_version_release_and_arch() {
            assertThat(facts("installed_packages", List.of("bash-0:5.1-2.el9.x86_64", "a-b-1:2-3.noarch")))
                    .containsOnly(
                            entry("installed_packages.bash", "5.1-2.el9.x86_64"),
                            entry("installed_packages.a-b", "2-3.noarch"));
        }

        @Test
        void that_are_imported_keys_are_left_out_and_unparsable_ones_skipped() {
            assertThat(facts(
                            "installed_packages",
                            List.of("gpg-pubkey-8483c65d-5ccc5b19", "garbage", "bash-5-1.noarch"),
                            "installed_packages_delta",
                            List.of("gpg-pubkey-1-2", "rubbish")))
                    .containsOnly(entry("installed_packages.bash", "5-1.noarch"));
            assertThat(warnings)
                    .containsOnly("installed_packages", "installed_packages")
                    .hasSize(2);
        }

        @Test
        void listed_twice_count_once_as_archived_and_all_under_exact_rules() {
            List<String> kernels = List.of("kernel-5-2.x86_64", "kernel-5-1.x86_64", "kernel-5-2.x86_64");

            assertThat(facts("installed_packages", kernels))
                    .containsOnly(entry("installed_packages.kernel", "5-2.x86_64"));
            assertThat(exactFacts("installed_packages", kernels))
                    .containsOnly(entry("installed_packages.kernel", List.of("5-1.x86_64", "2 x 5-2.x86_64")));
        }

        @Test
        void show_their_epoch_only_under_exact_rules() {
            List<String> packages = List.of("a-0:1-1.noarch", "b-2:1-1.noarch");

            assertThat(facts("installed_packages", packages))
                    .containsOnly(
                            entry("installed_packages.a", "1-1.noarch"), entry("installed_packages.b", "1-1.noarch"));
            assertThat(exactFacts("installed_packages", packages))
                    .containsOnly(
                            entry("installed_packages.a", "1-1.noarch"), entry("installed_packages.b", "2:1-1.noarch"));
        }

        @Test
        void with_further_versions_are_multi_valued_and_sorted_wherever_the_delta_stands() {
            List<String> packages = List.of("kernel-5-2.x86_64", "bash-5-1.noarch");
            List<String> delta =
                    List.of("kernel-5-3.x86_64", "kernel-5-1.x86_64", "kernel-5-2.x86_64", "vim-9-1.noarch");
            Map<String, Object> expected = Map.of(
                    "installed_packages.kernel", List.of("5-1.x86_64", "5-2.x86_64", "5-2.x86_64", "5-3.x86_64"),
                    "installed_packages.bash", "5-1.noarch",
                    "installed_packages.vim", "9-1.noarch");

            assertThat(facts("installed_packages", packages, "installed_packages_delta", delta))
                    .isEqualTo(expected);
            assertThat(facts("installed_packages_delta", delta, "installed_packages", packages))
                    .isEqualTo(expected);
            assertThat(exactFacts("installed_packages_delta", delta, "installed_packages", packages))
                    .containsEntry("installed_packages.kernel", List.of("5-1.x86_64", "2 x 5-2.x86_64", "5-3.x86_64"))
                    .containsEntry("installed_packages.vim", "9-1.noarch");
        }

        @Test
        void of_one_profile_leave_nothing_behind_for_the_next() {
            facts("installed_packages", List.of("a-1-1.noarch"), "installed_packages_delta", List.of("a-2-1.noarch"));

            assertThat(facts("installed_packages", List.of("a-1-1.noarch")))
                    .containsOnly(entry("installed_packages.a", "1-1.noarch"));
            assertThat(facts()).isEmpty();
        }

        @Test
        void of_debian_never_go_through_the_rule_for_rpms() {
            List<Object> debs = List.of(
                    object("name", "libc6", "version", "2.36-9+deb12u4", "arch", "amd64"),
                    object("name", "python3-a-b", "version", "1:2-3.x86_64", "arch", "all"),
                    object("name", "bare", "version", "1"),
                    object("name", "gpg-pubkey", "version", "1-2"),
                    object("version", "1"),
                    object("name", "v", "version", null));

            assertThat(facts("deb_packages", debs))
                    .containsOnly(
                            entry("installed_packages.libc6", "2.36-9+deb12u4.amd64"),
                            entry("installed_packages.python3-a-b", "1:2-3.x86_64.all"),
                            entry("installed_packages.bare", "1"),
                            entry("installed_packages.gpg-pubkey", "1-2"));
            assertThat(warnings).containsExactly("deb_packages", "deb_packages");
        }
    }

    @Nested
    class Network_interfaces {

        @Test
        void have_six_facts_each() {
            assertThat(facts(
                            "network_interfaces",
                            List.of(object(
                                    "name", "eth0",
                                    "ipv4_addresses", List.of("10.0.0.1", "10.0.0.2"),
                                    "ipv6_addresses", List.of("FE80:0::1", "rubbish"),
                                    "mac_address", "AA:bb",
                                    "mtu", 1500,
                                    "state", "UP",
                                    "type", "ether"))))
                    .containsOnly(
                            entry("network_interfaces.eth0.ipv4_addresses", "10.0.0.1, 10.0.0.2"),
                            entry("network_interfaces.eth0.ipv6_addresses", "fe80::1, rubbish"),
                            entry("network_interfaces.eth0.mac_address", "AA:bb"),
                            entry("network_interfaces.eth0.mtu", "1500"),
                            entry("network_interfaces.eth0.state", "UP"),
                            entry("network_interfaces.eth0.type", "ether"));
        }

        @Test
        void without_values_have_missing_ones() {
            assertThat(facts(
                            "network_interfaces",
                            List.of(object(
                                    "name", "lo", "ipv4_addresses", List.of(), "ipv6_addresses", null, "mtu", null))))
                    .hasSize(6)
                    .allSatisfy((name, value) -> {
                        assertThat(name).startsWith("network_interfaces.lo.");
                        assertThat(value).isEqualTo("-");
                    });
        }

        @Test
        void without_a_name_are_skipped() {
            assertThat(facts(
                            "network_interfaces",
                            List.of(object("mtu", 1), object("name", null), object("name", ""), object("name", "e"))))
                    .hasSize(6)
                    .containsKey("network_interfaces.e.mtu");
            assertThat(warnings).containsExactly("network_interfaces", "network_interfaces", "network_interfaces");
        }

        @Test
        void keep_their_other_facts_if_their_addresses_are_no_list() {
            assertThat(facts("network_interfaces", List.of(object("name", "e", "ipv4_addresses", "1.2.3.4", "mtu", 9))))
                    .containsEntry("network_interfaces.e.mtu", "9")
                    .containsEntry("network_interfaces.e.ipv4_addresses", "-");
            assertThat(warnings).containsExactly("network_interfaces");
        }
    }

    @Nested
    class Repositories {

        @Test
        void have_three_facts_each() {
            assertThat(facts(
                            "yum_repos",
                            List.of(
                                    object("name", "base", "base_url", "http://x", "enabled", true, "gpgcheck", false),
                                    object("name", "null", "base_url", null, "enabled", null))))
                    .containsOnly(
                            entry("yum_repos.base.base_url", "http://x"),
                            entry("yum_repos.base.enabled", "True"),
                            entry("yum_repos.base.gpgcheck", "False"),
                            entry("yum_repos.null.base_url", "-"),
                            entry("yum_repos.null.enabled", "-"),
                            entry("yum_repos.null.gpgcheck", "-"));
        }

        @Test
        void without_a_name_are_skipped() {
            assertThat(facts("yum_repos", List.of(object("base_url", "x"), object("name", null), object("name", ""))))
                    .isEmpty();
            assertThat(warnings).containsExactly("yum_repos", "yum_repos", "yum_repos");
        }
    }

    @Nested
    class Objects {

        @Test
        void have_a_fact_for_each_key_in_python_notation() {
            assertThat(facts(
                            "ansible", object("controller_version", "1.2", "n", null),
                            "mssql", object("version", 15.0),
                            "systemd", object("failed", 1, "failed_services", List.of("a"), "jobs_queued", false)))
                    .containsOnly(
                            entry("ansible.controller_version", "1.2"),
                            entry("ansible.n", "None"),
                            entry("mssql.version", "15.0"),
                            entry("systemd.failed", "1"),
                            entry("systemd.failed_services", "['a']"),
                            entry("systemd.jobs_queued", "False"));
        }
    }

    @Nested
    class Sap {

        @Test
        void sids_are_sorted_and_joined() {
            assertThat(facts("sap_sids", List.of("H2", "A1", "H1"))).containsOnly(entry("sap_sids", "A1, H1, H2"));
        }

        @Test
        void sids_have_a_row_only_if_the_key_is_there() {
            assertThat(facts("sap_sids", List.of())).containsOnly(entry("sap_sids", ""));
            assertThat(facts("sap_sids", null)).isEmpty();
            assertThat(facts("sap_sids", "H2")).isEmpty();
            assertThat(warnings).containsExactly("sap_sids");
        }
    }

    @Nested
    class Workloads {

        private final Map<String, Object> workloads = object(
                "sap", object("sap_system", true, "sids", List.of("B", "A"), "instance_number", "03", "version", "2.0"),
                "ansible", object("hub_version", "4", "controller_version", "9"),
                "mssql", object("version", "15"));

        @Test
        void appear_under_the_old_names() {
            assertThat(facts("workloads", workloads))
                    .containsOnly(
                            entry("sap_system", "True"),
                            entry("sap_sids", "A, B"),
                            entry("sap_instance_number", "03"),
                            entry("sap_version", "2.0"),
                            entry("ansible.hub_version", "4"),
                            entry("ansible.controller_version", "9"),
                            entry("mssql.version", "15"));
        }

        @Test
        void give_way_to_the_root_key_by_key_wherever_it_stands() {
            Map<String, Object> expected = Map.of(
                    "sap_system", "False",
                    "sap_sids", "Z",
                    "sap_instance_number", "03",
                    "sap_version", "2.0",
                    "ansible.hub_version", "5",
                    "ansible.controller_version", "9",
                    "mssql.version", "15");
            Object[] root = {
                "sap_system",
                false,
                "sap_sids",
                List.of("Z"),
                "sap_version",
                null,
                "ansible",
                object("hub_version", "5", "controller_version", null),
                "mssql",
                null
            };
            Map<String, Object> first = object("workloads", workloads);
            first.putAll(object(root));
            Map<String, Object> last = object(root);
            last.put("workloads", workloads);

            assertThat(visible(recorder.record(first).facts())).isEqualTo(expected);
            assertThat(visible(recorder.record(last).facts())).isEqualTo(expected);
        }

        @Test
        void of_one_profile_are_gone_in_the_next() {
            facts("workloads", workloads);

            assertThat(facts("arch", "a")).containsOnly(entry("arch", "a"));
        }

        @Test
        void that_are_null_or_of_another_shape_are_as_absent() {
            assertThat(facts("workloads", object("sap", null, "ansible", "x", "mssql", object())))
                    .isEmpty();
            assertThat(facts("workloads", null)).isEmpty();
        }
    }

    @Nested
    class Oddities {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "cpu_flags",
                    "running_processes",
                    "installed_packages",
                    "installed_packages_delta",
                    "deb_packages",
                    "network_interfaces",
                    "yum_repos",
                    "ansible",
                    "mssql",
                    "systemd",
                    "workloads",
                    "operating_system"
                })
        void of_shape_give_a_warning_and_lose_nothing_else(String part) {
            for (Object wrong : asList("text", 5, true)) {
                assertThat(facts("arch", "a", part, wrong, "cpu_model", "c"))
                        .containsOnly(entry("arch", "a"), entry("cpu_model", "c"));
            }
            assertThat(warnings).containsExactly(part, part, part);
        }

        @ParameterizedTest
        @ValueSource(strings = {"deb_packages", "network_interfaces", "yum_repos"})
        void inside_a_list_of_objects_lose_only_the_item(String part) {
            assertThat(facts(part, asList(null, "x", object("name", "n", "version", "1"))))
                    .isNotEmpty();
            assertThat(warnings).containsExactly(part, part);
        }

        @Test
        void of_null_are_as_absent() {
            for (String part : List.of(
                    "cpu_flags",
                    "installed_packages",
                    "network_interfaces",
                    "yum_repos",
                    "ansible",
                    "sap_sids",
                    "running_processes",
                    "operating_system",
                    "captured_date")) {
                assertThat(facts(part, null)).isEmpty();
            }
            assertThat(warnings).isEmpty();
        }
    }

    @Nested
    class The_header {

        @Test
        void tells_when_and_of_what_the_profile_was_taken() {
            RecordedProfile profile = recorder.record(object(
                    "captured_date", "2020-03-30T18:42:23+00:00",
                    "operating_system", object("name", "RHEL", "major", 9),
                    "enabled_services", List.of("insights-client"),
                    "installed_packages", List.of("insights-client-3-1.noarch")));

            assertThat(profile.header().capturedDate()).isEqualTo("2020-03-30T18:42:23+00:00");
            assertThat(profile.header().operatingSystem()).isEqualTo("RHEL");
            assertThat(profile.header().client().enabled()).isTrue();
            assertThat(profile.header().client().installed()).isTrue();
            assertThat(profile.exists()).isTrue();
        }

        @Test
        void is_empty_for_a_profile_without_content_even_after_a_full_one() {
            tells_when_and_of_what_the_profile_was_taken();
            RecordedProfile profile = recorder.record(Map.of());

            assertThat(profile)
                    .isEqualTo(new RecordedProfile(
                            Reading.ARCHIVED,
                            profile.facts(),
                            new ProfileHeader(false, null, null, new InsightsClient(false, false)),
                            List.of()));
        }

        @Test
        void sees_the_client_in_any_entry_that_contains_its_name() {
            assertThat(recorder.record(object("installed_packages", List.of("my-insights-client-x")))
                            .header()
                            .client()
                            .installed())
                    .isTrue();
            assertThat(recorder.record(object("installed_packages_delta", List.of("insights-client-3-1.noarch")))
                            .header()
                            .client()
                            .installed())
                    .isFalse();
            assertThat(recorder.record(
                                    object("deb_packages", List.of(object("name", "insights-client", "version", "1"))))
                            .header()
                            .client()
                            .installed())
                    .isTrue();
            assertThat(recorder.record(object("enabled_services", List.of("insights-client.timer")))
                            .header()
                            .client()
                            .enabled())
                    .isFalse();
        }
    }
}

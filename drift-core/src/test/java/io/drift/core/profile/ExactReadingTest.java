package io.drift.core.profile;

import static io.drift.core.profile.RandomProfiles.object;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactValue;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Q35 to Q44, as far as they are about reading, sentence by sentence. */
class ExactReadingTest {

    private final ProfileRecorder recorder = new ProfileRecorder();

    private Map<String, Object> facts(String key, Object value) {
        return facts(object(key, value));
    }

    private Map<String, Object> facts(Map<String, Object> profile) {
        return visible(recorder.record(profile).facts());
    }

    private static Map<String, Object> visible(RecordedFacts facts) {
        Map<String, Object> visible = new LinkedHashMap<>();
        facts.asMap()
                .forEach((name, value) -> visible.put(
                        name.toString(),
                        value instanceof FactValue.Several several ? several.texts() : String.valueOf(value)));
        return visible;
    }

    @Nested
    class Entries_of_one_name {

        @Test
        void all_count_and_keep_their_pairs() {
            assertThat(facts(
                            "yum_repos",
                            List.of(
                                    object("name", "A", "enabled", true, "gpgcheck", false),
                                    object("name", "A", "enabled", false, "gpgcheck", true))))
                    .containsOnly(
                            entry("yum_repos.A.enabled", List.of("False", "True")),
                            entry("yum_repos.A.gpgcheck", List.of("False", "True")),
                            entry(
                                    "yum_repos.A.entries",
                                    List.of(
                                            "{\"enabled\": false, \"gpgcheck\": true, \"name\": \"A\"}",
                                            "{\"enabled\": true, \"gpgcheck\": false, \"name\": \"A\"}")));
        }

        @Test
        void that_are_equal_are_counted() {
            assertThat(facts("dnf_modules", List.of(object("name", "m", "x", 1), object("x", 1, "name", "m"))))
                    .containsOnly(
                            entry("dnf_modules.m.x", "1"),
                            entry("dnf_modules.m.entries", "2 x {\"name\": \"m\", \"x\": 1}"));
        }

        @Test
        void count_in_interfaces_too_in_one_notation() {
            assertThat(facts(
                            "network_interfaces",
                            List.of(
                                    object("name", "e", "mac_address", "AA:BB", "ipv4_addresses", List.of("2", "1")),
                                    object("name", "e", "mac_address", "aa:bb", "ipv4_addresses", List.of("1", "2")))))
                    .containsOnly(
                            entry("network_interfaces.e.mac_address", "aa:bb"),
                            entry("network_interfaces.e.ipv4_addresses", "1, 2"),
                            entry(
                                    "network_interfaces.e.entries",
                                    "2 x {\"ipv4_addresses\": \"1, 2\", \"mac_address\": \"aa:bb\", \"name\": \"e\"}"));
        }

        @Test
        void know_neither_missing_members_nor_the_order_of_their_lists() {
            List<Object> entries = List.of(object("name", "a", "x", List.of(2, 1)), object("name", "a"));
            List<Object> same = List.of(object("name", "a", "y", null), object("name", "a", "x", asList(1, null, 2)));

            assertThat(facts("k", entries)).isEqualTo(facts("k", same)).containsKey("k.a.entries");
        }

        @Test
        void of_debian_keep_what_a_package_does_not_tell_with_it() {
            assertThat(facts(
                            "deb_packages",
                            List.of(
                                    object("name", "c:amd64", "version", "1", "arch", "amd64", "status", "hold"),
                                    object("name", "c", "version", "1", "arch", "i386", "status", "ok"))))
                    .containsEntry("installed_packages.c", List.of("1.amd64", "1.i386"))
                    .containsEntry("deb_packages.c.status", List.of("hold", "ok"))
                    .containsKey("deb_packages.c.entries");
        }
    }

    @Test
    void a_thing_of_which_nothing_is_told_is_present() {
        assertThat(facts("yum_repos", List.of(object("name", "A"), object("name", "B", "enabled", null))))
                .containsOnly(entry("yum_repos.A", "present"), entry("yum_repos.B", "present"));
        assertThat(facts("network_interfaces", List.of(object("name", "e", "ipv4_addresses", List.of()))))
                .containsOnly(entry("network_interfaces.e", "present"));
    }

    @Nested
    class Each_shape {

        @Test
        void of_scalars() {
            assertThat(facts(object("site", "B", "n", 4, "f", 1.5, "yes", true, "empty", "")))
                    .containsOnly(
                            entry("site", "B"),
                            entry("n", "4"),
                            entry("f", "1.5"),
                            entry("yes", "True"),
                            entry("empty", ""));
        }

        @Test
        void of_numbers_keeps_each_digit() {
            assertThat(facts("n", new BigDecimal("0.10000000000000000001")))
                    .containsOnly(entry("n", "0.10000000000000000001"));
            assertThat(facts("n", new BigDecimal("1E+999"))).containsOnly(entry("n", "1E+999"));
            assertThat(facts("n", new BigDecimal("0.10"))).containsOnly(entry("n", "0.1"));
        }

        @Test
        void of_objects_joins_keys_with_dots() {
            assertThat(facts("rhsm", object("a", object("b", 1, "c.d", 2))))
                    .containsOnly(entry("rhsm.a.b", "1"), entry("rhsm.a.c.d", "2"));
            assertThat(facts("yum_repos", List.of(object("name", "A", "proxy", object("host", "x")))))
                    .containsOnly(entry("yum_repos.A.proxy.host", "x"));
        }

        @Test
        void of_lists_of_scalars_counts_repeats_but_no_order() {
            assertThat(facts("gpg_pubkeys", asList("b", "a", "b", 1, true, null)))
                    .containsOnly(
                            entry("gpg_pubkeys.b", "listed 2 times"),
                            entry("gpg_pubkeys.a", "listed"),
                            entry("gpg_pubkeys.1", "listed"),
                            entry("gpg_pubkeys.True", "listed"));
            assertThat(facts("cpu_flags", List.of("fpu", "fpu")))
                    .containsOnly(entry("cpu_flags.fpu", "enabled 2 times"));
        }

        @Test
        void of_lists_of_objects_names_each_by_the_first_scalar_of_five() {
            for (String name : List.of("name", "id", "device", "uuid", "key")) {
                assertThat(facts("k", List.of(object("x", 1, name, "n")))).containsOnly(entry("k.n.x", "1"));
            }
            assertThat(facts("k", List.of(object("id", "i", "name", "n"), object("id", "j", "name", object("a", 1)))))
                    .containsOnly(
                            entry("k.n.name", "n"),
                            entry("k.n.id", "i"),
                            entry("k.j.id", "j"),
                            entry("k.j.name.a", "1"));
        }

        @Test
        void of_lists_of_anything_else_is_told_in_json() {
            assertThat(facts("k", List.of(object("y", 1, "x", "a\"\n"), object("y", 2))))
                    .containsOnly(entry("k", List.of("{\"x\": \"a\\\"\\u000a\", \"y\": 1}", "{\"y\": 2}")));
            assertThat(facts("k", List.of(List.of(2, 1), List.of("a"))))
                    .containsOnly(entry("k", List.of("[\"a\"]", "[2, 1]")));
            assertThat(facts("k", List.of("a", object("name", "n"), "a")))
                    .containsOnly(entry("k", List.of("2 x \"a\"", "{\"name\": \"n\"}")));
        }

        @Test
        void of_nothing_is_missing() {
            assertThat(facts(object(
                            "a",
                            null,
                            "b",
                            Map.of(),
                            "c",
                            List.of(),
                            "d",
                            "N/A",
                            "e",
                            asList(null, Map.of()),
                            "f",
                            object("x", null))))
                    .isEmpty();
            assertThat(facts("systemd", object("a", null, "b", List.of(), "c", object("d", null))))
                    .isEmpty();
        }

        @Test
        void that_comes_to_one_name_is_lost_nowhere() {
            assertThat(facts(object("a", object("b", 1), "a.b", 2))).containsOnly(entry("a.b", List.of("1", "2")));
            assertThat(facts(object("cpu_flags", List.of("fpu"), "cpu_flags.fpu", "no")))
                    .containsOnly(entry("cpu_flags.fpu", List.of("enabled", "no")));
            assertThat(facts(object("system_memory_bytes", 1024, "system_memory", "much")))
                    .containsOnly(entry("system_memory", List.of("1.00 KiB", "much")));
        }

        @Test
        void of_a_known_part_that_is_not_its_own_counts() {
            assertThat(facts(object("cpu_flags", "fpu", "yum_repos", object("a", 1), "systemd", "x", "sap", 5)))
                    .containsOnly(
                            entry("cpu_flags", "fpu"),
                            entry("yum_repos.a", "1"),
                            entry("systemd", "x"),
                            entry("sap", "5"));
            assertThat(facts("yum_repos", List.of(object("enabled", true))))
                    .containsOnly(entry("yum_repos", "{\"enabled\": true}"));
        }
    }

    @Test
    void packages_are_listed_even_if_they_are_none() {
        assertThat(facts("installed_packages", List.of("what", "gpg-pubkey-1-2", "a-1:2-3.src", "a-1:2-3.src")))
                .containsOnly(
                        entry("installed_packages.what", "listed"),
                        entry("installed_packages.gpg-pubkey", "1-2"),
                        entry("installed_packages.a", List.of("2 x 1:2-3.src")));
    }

    @Test
    void the_column_is_described_by_no_facts() {
        RecordedProfile profile =
                recorder.record(object("id", "i", "display_name", "d", "captured_date", "2024", "updated", "u"));

        assertThat(visible(profile.facts())).containsOnly(entry("updated", "u"));
        assertThat(profile.header().capturedDate()).isEqualTo("2024");
    }

    @Nested
    class Tags {

        private InventorySystem system(RecordedFacts tags, Object... ofProfile) {
            return InventorySystem.of(HostRecord.of("a"), recorder.record(object("tags", asList(ofProfile))), tags);
        }

        @Test
        void of_a_profile_are_those_of_the_host() {
            assertThat(visible(system(
                                    RecordedFacts.NONE,
                                    object("namespace", "ns", "key", "k", "value", "v"),
                                    object("namespace", null, "key", "k", "value", ""))
                            .facts()))
                    .containsOnly(entry("tags.ns.k", "v"), entry("tags.None.k", "(no value)"));
        }

        @Test
        void of_host_and_profile_both_count_and_so_do_repeats() {
            RecordedFacts ofHost = new FactRecorder()
                    .record("tags.ns.k", "w")
                    .record("tags.ns.l", List.of("b", "a", "b"))
                    .end();

            assertThat(visible(system(ofHost, object("namespace", "ns", "key", "k", "value", "v"))
                            .facts()))
                    .containsOnly(entry("tags.ns.k", List.of("v", "w")), entry("tags.ns.l", List.of("a", "2 x b")));
        }

        @Test
        void that_tell_more_are_entries_like_others() {
            assertThat(facts("tags", List.of(object("namespace", "ns", "key", "k", "value", "v", "by", "me"), 5)))
                    .containsOnly(entry(
                            "tags",
                            List.of("5", "{\"by\": \"me\", \"key\": \"k\", \"namespace\": \"ns\", \"value\": \"v\"}")));
        }
    }

    @Test
    void notation_and_order_do_not_count_in_what_is_known() {
        assertThat(facts("systemd", object("failed_services", List.of("b", "a"), "x", null)))
                .containsOnly(entry("systemd.failed_services", "['a', 'b']"));
        assertThat(facts("ansible", object("x", List.of(object("b", 2, "a", null), List.of(2, 1)))))
                .isEqualTo(facts("ansible", object("x", List.of(List.of(1, 2), object("b", 2)))));
        assertThat(facts("public_dns", List.of("b", "a"))).containsOnly(entry("public_dns", "a, b"));
        assertThat(facts("deb_packages", List.of(object("name", "c:amd64", "version", "1", "arch", "amd64"))))
                .containsOnly(entry("installed_packages.c", "1.amd64"));
    }

    @Test
    void an_epoch_of_0_does_not_count() {
        assertThat(facts(
                        "deb_packages",
                        List.of(object("name", "c", "version", "0:1"), object("name", "d", "version", "1:1"))))
                .containsOnly(entry("installed_packages.c", "1"), entry("installed_packages.d", "1:1"));
        assertThat(facts("installed_packages", List.of("a-0:1-2.src", "b-1:1-2.src")))
                .containsOnly(entry("installed_packages.a", "1-2.src"), entry("installed_packages.b", "1:1-2.src"));
    }

    @Test
    void an_architecture_behind_a_name_is_not_lost() {
        assertThat(facts("deb_packages", List.of(object("name", "c:i386", "version", "1"))))
                .containsOnly(entry("installed_packages.c", "1.i386"));
        assertThat(facts("deb_packages", List.of(object("name", "c:i386", "version", "1", "arch", "amd64"))))
                .containsOnly(entry("installed_packages.c:i386", "1.amd64"));
    }

    @Nested
    class Sap {

        private final Map<String, Object> profile = object(
                "workloads", object("sap", object("version", "3", "sids", List.of("C"), "instance_number", "03")),
                "sap", object("version", "2", "sids", List.of("B", "A"), "instance_number", null),
                "sap_version", "1",
                "sap_sids", List.of());

        @Test
        void counts_by_key_at_the_root_then_in_its_object_then_among_the_workloads() {
            Map<String, Object> expected = Map.of(
                    "sap_version", "1",
                    "sap.version", "2",
                    "workloads.sap.version", "3",
                    "sap_sids", "A, B",
                    "workloads.sap.sids.C", "listed",
                    "sap_instance_number", "03");

            assertThat(facts(profile)).isEqualTo(expected);
        }

        @Test
        void is_read_from_its_object_in_the_archived_reading_too() {
            Map<String, Object> facts = visible(
                    new ProfileRecorder(Reading.ARCHIVED).record(profile).facts());

            assertThat(facts)
                    .containsEntry("sap_version", "1")
                    .containsEntry("sap_instance_number", "03")
                    .doesNotContainKeys("sap.version", "workloads.sap.version");
        }

        @Test
        void is_not_in_the_way_of_what_stands_twice() {
            recorder.begin();
            recorder.part("workloads", object("sap", object("version", "1"), "x", 1));
            recorder.part("workloads", object("sap", object("version", "2"), "x", 2));

            assertThat(visible(recorder.end().facts()))
                    .containsOnly(
                            entry("sap_version", "1"),
                            entry("workloads.sap.version", "2"),
                            entry("workloads.x", List.of("1", "2")));
        }
    }

    @Nested
    class What_cannot_be_read {

        private List<String> skipped(Map<String, Object> profile) {
            return recorder.record(profile).skipped().stream()
                    .map(SkippedPart::key)
                    .toList();
        }

        @Test
        void is_named_with_its_path_and_nothing_else_is_lost() {
            RecordedProfile profile = recorder.record(
                    object("arch", "a", "x", object("when", new Date(0), "y", 1), "bytes", new byte[0]));

            assertThat(visible(profile.facts())).containsOnly(entry("arch", "a"), entry("x.y", "1"));
            assertThat(profile.skipped())
                    .containsExactly(
                            new SkippedPart("x.when", "a value of the type java.util.Date cannot be read"),
                            new SkippedPart("bytes", "a value of the type [B cannot be read"));
        }

        @Test
        void is_named_wherever_it_hides() {
            Object date = new Date(0);
            assertThat(skipped(object("cpu_flags", List.of("a", date)))).containsExactly("cpu_flags");
            assertThat(skipped(object("k", List.of(object("x", date))))).containsExactly("k");
            assertThat(skipped(object("k", List.of(object("name", "n", "x", date)))))
                    .containsExactly("k.n.x");
            assertThat(skipped(object("k", List.of(object("name", "n", "x", date), object("name", "n")))))
                    .contains("k.n.x", "k.n.entries");
            assertThat(skipped(object("k", List.of(List.of(date))))).containsExactly("k");
            assertThat(skipped(object("systemd", object("a", List.of(date))))).containsExactly("systemd.a");
            assertThat(skipped(object("systemd", date))).containsExactly("systemd");
            assertThat(skipped(object("sap_sids", List.of(date)))).containsExactly("sap_sids");
            assertThat(skipped(object("deb_packages", List.of(object("name", "n", "version", date)))))
                    .containsExactly("deb_packages.n.version");
            assertThat(skipped(object("tags", List.of(object("key", "k", "value", date)))))
                    .containsExactly("tags.k.value");
            assertThat(skipped(object(
                            "network_interfaces", List.of(object("name", "e", "ipv4_addresses", List.of(date))))))
                    .containsExactly("network_interfaces.e.ipv4_addresses");
            assertThat(skipped(object("system_memory_bytes", date))).containsExactly("system_memory_bytes");
            assertThat(skipped(object("yum_repos", List.of(date)))).containsExactly("yum_repos");
        }

        @Test
        void contains_itself() {
            Map<String, Object> itself = new LinkedHashMap<>();
            itself.put("a", itself);
            itself.put("b", itself);
            itself.put("name", "n");
            List<Object> list = new ArrayList<>();
            list.add(list);
            list.add(list);
            for (String key : List.of(
                    "x",
                    "tags",
                    "sap",
                    "workloads",
                    "systemd",
                    "sap_sids",
                    "deb_packages",
                    "yum_repos",
                    "operating_system",
                    "captured_date",
                    "network_interfaces",
                    "cpu_flags",
                    "installed_packages")) {
                for (Object value : List.<Object>of(itself, list, List.of(itself), object("name", itself))) {
                    assertThat(recorder.record(object("arch", "a", key, value)).skipped())
                            .extracting(SkippedPart::key)
                            .contains(key);
                }
            }
        }

        @Test
        void is_too_deep() {
            Object maps = "x";
            Object lists = "x";
            for (int level = 0; level < 10_000; level++) {
                maps = object("a", maps);
                lists = List.of(lists);
            }
            assertThat(skipped(
                            object("m", maps, "l", lists, "systemd", object("a", lists), "yum_repos", List.of(maps))))
                    .containsExactlyInAnyOrder("m", "l", "systemd", "yum_repos");
        }

        @Test
        void is_forgotten_with_the_next_profile() {
            skipped(object("x", new Date(0)));

            assertThat(skipped(object("arch", "a"))).isEmpty();
        }
    }
}

package io.drift.registry.systems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.registry.Registry;
import io.drift.registry.contract.MemoryStores;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.Tag;
import io.drift.registry.systems.UploadOutcome.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadSystemsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final MachineIdentity WEB = MachineIdentity.NONE
            .with(IdentityKind.MACHINE_ID, "11111111111111111111111111111111")
            .with(IdentityKind.FQDN, "web.example.com")
            .withBiosUuid("22222222222222222222222222222222")
            .withMacAddresses(Set.of("52:54:00:00:00:01"));

    private final Registry registry = Registry.over(new MemoryStores(), Clock.fixed(NOW, ZoneOffset.UTC));

    private UploadOutcome upload(MachineIdentity machine, String captured, String arch) {
        return upload(machine, captured, arch, new SystemLabels(null, null, null));
    }

    private UploadOutcome upload(MachineIdentity machine, String captured, String arch, SystemLabels labels) {
        ProfileContent content = ProfileContent.of(arch.getBytes(UTF_8));
        UploadedSystem upload = new UploadedSystem(machine, machine.id(IdentityKind.FQDN), labels, captured, content);
        return registry.uploads().upload(OrgId.LOCAL, List.of(upload)).get(0);
    }

    private List<SystemState> states(UploadOutcome outcome) {
        return registry.history().states(OrgId.LOCAL, outcome.id(), new SystemQuery.Window(0, 100));
    }

    private StoredSystem system(UploadOutcome outcome) {
        return registry.systems().find(OrgId.LOCAL, List.of(outcome.id())).get(0);
    }

    private static MachineIdentity renamed(MachineIdentity machine, String fqdn) {
        return machine.with(IdentityKind.FQDN, fqdn);
    }

    @Test
    void a_new_profile_becomes_the_current_one_and_the_one_before_it_is_kept() {
        UploadOutcome first = upload(WEB, "2026-02-01T00:00:00Z", "one");
        UploadOutcome second = upload(WEB, "2026-02-02T00:00:00Z", "two");

        assertThat(first.kind()).isEqualTo(Kind.CREATED);
        assertThat(second).isEqualTo(new UploadOutcome(Kind.UPDATED, first.id(), null));
        assertThat(states(first))
                .extracting(state -> state.captured().asGiven())
                .containsExactly("2026-02-02T00:00:00Z", "2026-02-01T00:00:00Z");
        assertThat(states(first).get(0)).isEqualTo(system(first).current());
    }

    @Test
    void an_unchanged_profile_is_a_date_only() {
        UploadOutcome first = upload(WEB, "2026-02-01T00:00:00Z", "one");

        assertThat(upload(WEB, "2026-02-02T00:00:00Z", "one").kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(states(first))
                .extracting(SystemState::digest)
                .hasSize(2)
                .containsOnly(ProfileContent.of("one".getBytes(UTF_8)).digest());
    }

    @Test
    void an_older_profile_goes_into_the_history() {
        UploadOutcome first = upload(WEB, "2026-02-02T00:00:00Z", "two");

        assertThat(upload(renamed(WEB, "old.example.com"), "2026-02-01T00:00:00Z", "one")
                        .kind())
                .isEqualTo(Kind.ADDED_TO_HISTORY);
        assertThat(system(first).current().captured().asGiven()).isEqualTo("2026-02-02T00:00:00Z");
        assertThat(system(first).name()).isEqualTo("web.example.com");
    }

    @Test
    void the_same_date_with_another_content_is_rejected_and_with_the_same_is_known() {
        UploadOutcome first = upload(WEB, "2026-02-01T00:00:00Z", "one");

        assertThat(upload(WEB, "2026-02-01T01:00:00+01:00", "one").kind()).isEqualTo(Kind.UNCHANGED);
        UploadOutcome other = upload(WEB, "2026-02-01T00:00:00Z", "two");
        assertThat(other.kind()).isEqualTo(Kind.REJECTED);
        assertThat(other.reason()).contains("another profile with the same captured_date");
        assertThat(states(first)).hasSize(1);
    }

    @Test
    void a_clock_that_is_ahead_freezes_no_machine() {
        UploadOutcome ahead = upload(WEB, "2026-03-01T12:10:01Z", "one");
        assertThat(ahead.kind()).isEqualTo(Kind.CREATED);
        assertThat(ahead.reason()).contains("ten minutes ahead");
        assertThat(system(ahead).current().captured().instant()).isEqualTo(NOW);

        assertThat(upload(WEB, "2026-03-01T12:10:00Z", "two"))
                .isEqualTo(new UploadOutcome(Kind.UPDATED, ahead.id(), null));
    }

    @Test
    void a_clock_before_1970_is_wrong() {
        UploadOutcome first = upload(WEB, "-999999999-01-01T00:00:00Z", "one");

        assertThat(first.reason()).contains("captured_date is before 1970");
        assertThat(states(first))
                .extracting(state -> state.captured().instant())
                .containsExactly(NOW);
    }

    @Test
    void without_a_date_that_can_be_read_the_time_of_receipt_counts() {
        UploadOutcome first = upload(WEB, null, "one");
        UploadOutcome second = upload(WEB, null, "two");
        UploadOutcome third = upload(WEB, "yesterday", "three");

        assertThat(List.of(first.kind(), second.kind(), third.kind()))
                .containsExactly(Kind.CREATED, Kind.UPDATED, Kind.UPDATED);
        assertThat(third.reason()).contains("no date");
        assertThat(states(first))
                .extracting(state -> state.captured().instant())
                .containsExactly(NOW.plusNanos(2000), NOW.plusNanos(1000), NOW);
    }

    @Test
    void the_same_hardware_under_a_new_name_is_a_rename() {
        UploadOutcome first = upload(WEB, "2026-02-01T00:00:00Z", "one");
        MachineIdentity otherMac = renamed(WEB, "new.example.com").withMacAddresses(Set.of("52:54:00:00:00:99"));

        assertThat(upload(otherMac, "2026-02-02T00:00:00Z", "one"))
                .isEqualTo(new UploadOutcome(Kind.RENAMED, first.id(), null));
        assertThat(system(first).name()).isEqualTo("new.example.com");
    }

    @Test
    void a_machine_id_that_was_copied_makes_another_system() {
        UploadOutcome first = upload(WEB, "2026-02-01T00:00:00Z", "one");
        MachineIdentity copy = renamed(WEB, "copy.example.com")
                .withMacAddresses(Set.of("52:54:00:00:00:02"))
                .withBiosUuid("33333333333333333333333333333333");

        UploadOutcome second = upload(copy, "2026-02-02T00:00:00Z", "two");
        assertThat(second.kind()).isEqualTo(Kind.CREATED);
        assertThat(second.reason()).isEqualTo("duplicate machine id");
        assertThat(upload(WEB, "2026-02-03T00:00:00Z", "one").id()).isEqualTo(first.id());
        assertThat(upload(copy, "2026-02-03T00:00:00Z", "two").id()).isEqualTo(second.id());
    }

    @Test
    void of_several_machines_with_one_id_it_is_the_one_with_its_name_or_its_hardware() {
        UploadOutcome first = upload(WEB, "2026-02-01T00:00:00Z", "one");
        MachineIdentity copy = renamed(WEB, "copy.example.com")
                .withMacAddresses(Set.of("52:54:00:00:00:02"))
                .withBiosUuid("33333333333333333333333333333333");
        UploadOutcome second = upload(copy, "2026-02-01T00:00:00Z", "two");

        MachineIdentity third = renamed(copy, "third.example.com")
                .withMacAddresses(Set.of("52:54:00:00:00:03"))
                .withBiosUuid("44444444444444444444444444444444");
        assertThat(upload(third, "2026-02-01T00:00:00Z", "three").reason()).isEqualTo("duplicate machine id");
        assertThat(upload(renamed(WEB, "new.example.com"), "2026-02-02T00:00:00Z", "one"))
                .isEqualTo(new UploadOutcome(Kind.RENAMED, first.id(), null));
        MachineIdentity named = MachineIdentity.NONE
                .with(IdentityKind.MACHINE_ID, WEB.id(IdentityKind.MACHINE_ID))
                .with(IdentityKind.FQDN, "copy.example.com");
        assertThat(upload(named, "2026-02-02T00:00:00Z", "two").id()).isEqualTo(second.id());
    }

    @Test
    void what_fits_several_systems_is_refused_and_makes_no_system_each_time() {
        upload(WEB, "2026-02-01T00:00:00Z", "one");
        MachineIdentity copy = renamed(WEB, "copy.example.com")
                .withMacAddresses(Set.of("52:54:00:00:00:02"))
                .withBiosUuid("33333333333333333333333333333333");
        UploadOutcome second = upload(copy, "2026-02-01T00:00:00Z", "two");
        MachineIdentity idOnly = MachineIdentity.NONE.with(IdentityKind.MACHINE_ID, WEB.id(IdentityKind.MACHINE_ID));
        UploadOutcome refused = upload(idOnly, "2026-02-02T00:00:00Z", "three");
        assertThat(refused.kind()).isEqualTo(Kind.REJECTED);
        assertThat(refused.reason()).contains("several systems fit");

        MachineIdentity other = MachineIdentity.NONE
                .with(IdentityKind.MACHINE_ID, "5".repeat(32))
                .with(IdentityKind.FQDN, "other.example.com");
        upload(other, "2026-02-01T00:00:00Z", "four");
        assertThat(upload(renamed(copy, "other.example.com"), "2026-02-02T00:00:00Z", "two"))
                .isEqualTo(new UploadOutcome(Kind.RENAMED, second.id(), null));
        MachineIdentity nameOnly = MachineIdentity.NONE.with(IdentityKind.FQDN, "other.example.com");
        assertThat(upload(nameOnly, "2026-02-03T00:00:00Z", "five").kind()).isEqualTo(Kind.REJECTED);
    }

    @Test
    void hardware_goes_before_a_name_that_another_machine_has_now() {
        UploadOutcome first = upload(WEB, "2026-02-01T00:00:00Z", "one");
        MachineIdentity copy = renamed(WEB, "copy.example.com")
                .withMacAddresses(Set.of("52:54:00:00:00:02"))
                .withBiosUuid("33333333333333333333333333333333");
        upload(copy, "2026-02-01T00:00:00Z", "two");

        assertThat(upload(renamed(WEB, "copy.example.com"), "2026-02-02T00:00:00Z", "one"))
                .isEqualTo(new UploadOutcome(Kind.RENAMED, first.id(), null));
    }

    @Test
    void the_same_profile_with_other_tags_keeps_the_tags() {
        UploadOutcome first = upload(
                WEB,
                "2026-02-01T00:00:00Z",
                "one",
                new SystemLabels("web", null, List.of(new Tag(null, "stage", "test"))));
        List<Tag> production = List.of(new Tag(null, "stage", "production"));
        upload(WEB, "2026-02-01T00:00:00Z", "one", new SystemLabels("shop", null, production));

        assertThat(system(first).labels().tags()).isEqualTo(production);
        assertThat(system(first).name()).isEqualTo("shop");
        assertThat(states(first)).hasSize(1);
        assertThat(upload(renamed(WEB, "new.example.com"), "2026-02-01T00:00:00Z", "one")
                        .kind())
                .isEqualTo(Kind.REJECTED);
    }

    @Test
    void where_no_hardware_is_known_the_machine_id_decides() {
        MachineIdentity bare = MachineIdentity.NONE.with(IdentityKind.MACHINE_ID, "1".repeat(32));
        UploadOutcome first = upload(renamed(bare, "a"), "2026-02-01T00:00:00Z", "one");

        assertThat(upload(renamed(bare, "b"), "2026-02-02T00:00:00Z", "one"))
                .isEqualTo(new UploadOutcome(Kind.RENAMED, first.id(), null));
    }

    @Test
    void the_same_name_with_a_new_machine_id_is_a_reinstallation() {
        UploadOutcome first = upload(WEB, "2026-02-01T00:00:00Z", "one");

        assertThat(upload(WEB.with(IdentityKind.MACHINE_ID, "4".repeat(32)), "2026-02-02T00:00:00Z", "two"))
                .isEqualTo(new UploadOutcome(Kind.REINSTALLED, first.id(), null));
    }

    @Test
    void the_insights_id_goes_before_all_others() {
        MachineIdentity one = WEB.with(IdentityKind.INSIGHTS_ID, "5".repeat(32));
        UploadOutcome first = upload(one, "2026-02-01T00:00:00Z", "one");
        UploadOutcome other = upload(renamed(MachineIdentity.NONE, "db.example.com"), "2026-02-01T00:00:00Z", "db");

        assertThat(upload(renamed(one, "db.example.com"), "2026-02-02T00:00:00Z", "one")
                        .id())
                .isEqualTo(first.id())
                .isNotEqualTo(other.id());
    }

    @Test
    void zeros_and_localhost_are_nobody() {
        MachineIdentity nobody = MachineIdentity.NONE
                .with(IdentityKind.INSIGHTS_ID, "00000000-0000-0000-0000-000000000000")
                .with(IdentityKind.FQDN, "LocalHost.localdomain");

        UploadOutcome outcome = upload(nobody, null, "one");
        assertThat(outcome.kind()).isEqualTo(Kind.REJECTED);
        assertThat(outcome.reason()).contains("insights_id, machine_id, subscription_manager_id or fqdn is needed");
    }

    @Test
    void what_an_upload_does_not_tell_stays() {
        UploadOutcome first = upload(
                WEB,
                "2026-02-01T00:00:00Z",
                "one",
                new SystemLabels("Web", "puptoo", List.of(new Tag(null, "a", "b"))));
        upload(
                renamed(MachineIdentity.NONE, "web.example.com"),
                "2026-02-02T00:00:00Z",
                "two",
                new SystemLabels(null, null, null));

        assertThat(system(first).name()).isEqualTo("Web");
        assertThat(system(first).identity()).isEqualTo(WEB);
        assertThat(system(first).labels().tags()).containsExactly(new Tag(null, "a", "b"));
    }

    @Test
    void nothing_is_removed_if_one_of_several_is_not_there() {
        UploadOutcome first = upload(WEB, null, "one");
        UUID nobody = new UUID(0, 1);

        assertThat(registry.systems().delete(OrgId.LOCAL, List.of(first.id(), nobody)))
                .containsExactly(nobody);
        assertThat(system(first).name()).isEqualTo("web.example.com");
        assertThat(registry.systems().delete(OrgId.LOCAL, List.of(first.id()))).isEmpty();
        assertThat(states(first)).isEmpty();
    }
}

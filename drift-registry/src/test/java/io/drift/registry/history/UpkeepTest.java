package io.drift.registry.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.registry.Registry;
import io.drift.registry.contract.MemoryStores;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemReads;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.SystemWrites;
import io.drift.registry.systems.Staleness;
import io.drift.registry.systems.UploadSystems;
import io.drift.registry.systems.UploadedSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    /** A Sunday, the last day of a week. */
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final SystemStores stores = new MemoryStores();

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Upkeep upkeep(Instant now, Staleness staleness) {
        return new Upkeep(stores, Retention.DEFAULT, staleness, at(now));
    }

    /** Each profile is another one, so that content shows which ones are kept. */
    private UUID upload(Instant receipt, String fqdn, String captured) {
        UploadedSystem upload = new UploadedSystem(
                MachineIdentity.NONE.with(IdentityKind.FQDN, fqdn),
                fqdn,
                new SystemLabels(null, null, null),
                captured,
                ProfileContent.of((fqdn + captured).getBytes(UTF_8)));
        return new UploadSystems(stores, at(receipt), UUID::randomUUID)
                .upload(OrgId.LOCAL, List.of(upload))
                .get(0)
                .id();
    }

    private List<String> dates(UUID system) {
        return new SystemHistory(stores)
                .states(OrgId.LOCAL, system, new SystemQuery.Window(0, 1000)).stream()
                        .map(state -> state.captured().instant().toString())
                        .toList();
    }

    private List<String> names() {
        return Registry.over(stores, at(NOW)).systems().page(OrgId.LOCAL, SystemQuery.ALL).systems().stream()
                .map(StoredSystem::name)
                .toList();
    }

    @Test
    void all_of_a_week_the_last_of_each_day_then_the_last_of_each_week_and_nothing_beyond_a_year_is_kept() {
        String[] captured = {
            "2026-03-01T11:00:00Z", "2026-02-28T01:00:00Z", "2026-02-28T00:00:00Z", // a week: all
            "2026-02-20T23:59:59Z", "2026-02-20T00:00:00Z", "2026-02-19T23:59:59Z", // days: the last
            "2025-11-16T10:00:00Z", "2025-11-10T00:00:00Z", "2025-11-09T23:00:00Z", // weeks: the last
            "2025-03-02T00:00:00Z", "2025-02-28T00:00:00Z", "2010-01-01T00:00:00Z" // beyond a year: none
        };
        UUID web = null;
        for (String date : captured) {
            web = upload(NOW, "web", date);
        }

        assertThat(upkeep(NOW, Staleness.DEFAULT).run(OrgId.LOCAL)).isEqualTo(new Upkeep.Result(0, 8, 4));
        assertThat(dates(web))
                .containsExactly(
                        "2026-03-01T11:00:00Z",
                        "2026-02-28T01:00:00Z",
                        "2026-02-28T00:00:00Z",
                        "2026-02-20T23:59:59Z",
                        "2026-02-19T23:59:59Z",
                        "2025-11-16T10:00:00Z",
                        "2025-11-09T23:00:00Z",
                        "2025-03-02T00:00:00Z");
        assertThat(upkeep(NOW, Staleness.DEFAULT).run(OrgId.LOCAL)).isEqualTo(new Upkeep.Result(0, 8, 0));
    }

    @Test
    void thinning_day_by_day_keeps_as_many_as_thinning_once() {
        UUID web = null;
        Instant first = NOW.minus(Duration.ofDays(500));
        for (int day = 0; day <= 500; day++) {
            Instant at = first.plus(Duration.ofDays(day));
            web = upload(at, "web", at.minusSeconds(7200).toString());
            upload(at, "web", at.toString());
            if (day % 10 == 0) {
                upkeep(at, Staleness.DEFAULT).run(OrgId.LOCAL);
            }
        }

        upkeep(NOW, Staleness.DEFAULT).run(OrgId.LOCAL);
        // two a day for 7 days and the day that began then, one for 83, one a week for 275
        assertThat(dates(web)).hasSizeBetween(14 + 83 + 39, 16 + 84 + 41);
        assertThat(dates(web).get(0)).isEqualTo(NOW.toString());
    }

    @Test
    void the_current_state_is_kept_however_old_it_is() {
        UUID old = upload(NOW, "old", "2010-01-01T00:00:00Z");

        assertThat(upkeep(NOW, Staleness.DEFAULT).run(OrgId.LOCAL)).isEqualTo(new Upkeep.Result(0, 1, 0));
        assertThat(dates(old)).containsExactly("2010-01-01T00:00:00Z");
    }

    @Test
    void what_is_deleted_while_it_is_thinned_is_gone_and_nothing_fails() {
        UUID web = upload(NOW, "web", "2026-03-01T00:00:00Z");
        upload(NOW, "web", "2010-01-01T00:00:00Z");
        SystemStores deleting = new SystemStores() {
            @Override
            public <T> T read(Function<SystemReads, T> work) {
                return stores.read(work);
            }

            @Override
            public <T> T write(Function<SystemWrites, T> work) {
                stores.write(store -> store.delete(OrgId.LOCAL, web));
                return stores.write(work);
            }

            @Override
            public void close() {}
        };

        assertThat(new Upkeep(deleting, Retention.DEFAULT, Staleness.DEFAULT, at(NOW)).run(OrgId.LOCAL))
                .isEqualTo(new Upkeep.Result(0, 0, 0));
        assertThat(names()).isEmpty();
    }

    @Test
    void systems_are_removed_only_if_that_is_wanted_and_only_silent_ones() {
        for (int i = 0; i < 120; i++) {
            upload(NOW.minus(Duration.ofDays(30)).minusSeconds(1), "silent-" + i, "2026-01-01T00:00:00Z");
        }
        upload(NOW.minus(Duration.ofDays(30)), "quiet", "2026-01-01T00:00:00Z");

        assertThat(upkeep(NOW, Staleness.DEFAULT).run(OrgId.LOCAL)).isEqualTo(new Upkeep.Result(0, 121, 0));
        Staleness month = Staleness.DEFAULT.withCulling(Duration.ofDays(30));
        assertThat(upkeep(NOW, month).run(OrgId.LOCAL)).isEqualTo(new Upkeep.Result(120, 1, 0));
        assertThat(names()).containsExactly("quiet");
    }

    @Test
    void spans_that_overtake_each_other_are_no_retention() {
        assertThatThrownBy(() -> new Retention(Duration.ofDays(8), Duration.ofDays(7), Duration.ofDays(9)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package io.drift.registry.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemPage;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemQuery.Order;
import io.drift.registry.store.SystemQuery.Span;
import io.drift.registry.store.SystemQuery.Window;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all stores of systems must do. A test class extends it and says how to make them. */
public abstract class SystemStoresContract {

    private static final OrgId ORG = OrgId.LOCAL;
    private static final OrgId OTHER = new OrgId("other");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ProfileContent CONTENT = content("x86_64");

    private SystemStores stores;

    /** Makes empty stores. */
    protected abstract SystemStores emptyStores();

    @BeforeEach
    void open() {
        stores = emptyStores();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static ProfileContent content(String arch) {
        return ProfileContent.of(("{\"system_profile\":{\"arch\":\"" + arch + "\"}}").getBytes(UTF_8));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static SystemState state(int number, int system, Instant captured) {
        return new SystemState(
                id(1000 + number),
                id(system),
                new CaptureDate(captured, "as given"),
                "Fqdn-" + system,
                CONTENT.digest());
    }

    private static StoredSystem system(int number, String name, Tag... tags) {
        MachineIdentity identity = MachineIdentity.NONE
                .with(IdentityKind.FQDN, "fqdn-" + number)
                .with(IdentityKind.MACHINE_ID, "0123456789abcdef0123456789abcde" + number)
                .withBiosUuid("bios")
                .withMacAddresses(Set.of("52:54:00:00:00:01", "52:54:00:00:00:02"));
        return new StoredSystem(
                id(number),
                identity,
                new SystemLabels(name, "test", List.of(tags)),
                new StoredSystem.CheckIns(NOON, NOON.plusSeconds(number)),
                state(number, number, NOON));
    }

    private void add(OrgId org, StoredSystem... systems) {
        stores.write(store -> {
            List.of(systems).forEach(system -> store.add(org, system, CONTENT));
            return 0;
        });
    }

    private List<String> names(SystemQuery query) {
        return stores.read(store -> store.page(ORG, query)).systems().stream()
                .map(StoredSystem::name)
                .toList();
    }

    @Test
    void a_system_comes_back_as_it_was_added() {
        StoredSystem web = system(1, "Web ☃", new Tag(null, "alone", null), new Tag("mine", "role", "web"));
        add(ORG, web);

        assertThatList(stores.read(store -> store.systems(ORG, List.of(id(1), id(2)))))
                .containsExactly(web);
    }

    @Test
    void a_system_is_recognised_by_each_of_its_ids() {
        add(ORG, system(1, "web"));

        assertThatList(stores.read(store -> store.recognised(ORG, IdentityKind.FQDN, "fqdn-1")))
                .hasSize(1);
        assertThatList(stores.read(
                        store -> store.recognised(ORG, IdentityKind.MACHINE_ID, "0123456789abcdef0123456789abcde1")))
                .hasSize(1);
        assertThatList(stores.read(store -> store.recognised(ORG, IdentityKind.INSIGHTS_ID, "fqdn-1")))
                .isEmpty();
    }

    @Test
    void nothing_of_another_organisation_is_found_or_removed() {
        add(ORG, system(1, "web"));
        UUID state = id(1001);

        assertThatList(stores.read(store -> store.systems(OTHER, List.of(id(1)))))
                .isEmpty();
        assertThatList(current(OTHER, List.of(id(1)))).isEmpty();
        assertThatList(stores.read(store -> store.recognised(OTHER, IdentityKind.FQDN, "fqdn-1")))
                .isEmpty();
        assertThat(stores.read(store -> store.page(OTHER, SystemQuery.ALL)).total())
                .isZero();
        assertThatList(stores.read(store -> store.states(OTHER, id(1), new Window(0, 10))))
                .isEmpty();
        assertThatList(known(OTHER, List.of(state))).isEmpty();
        assertThat(stores.read(store -> store.stateAt(OTHER, id(1), new CaptureDate(NOON, null)))
                        .isEmpty())
                .isTrue();
        assertThat((boolean) stores.write(store -> store.delete(OTHER, id(1)))).isFalse();
        assertThatList(known(ORG, List.of(state))).hasSize(1);
    }

    @Test
    void a_page_has_a_part_in_the_order_that_is_asked_for_and_tells_how_many_there_are() {
        add(ORG, system(1, "b"), system(2, "C"), system(3, "a"));
        SystemQuery byName = SystemQuery.ALL.withOrder(Order.NAME_UP);

        assertThat(names(byName)).containsExactly("a", "b", "C");
        assertThat(names(SystemQuery.ALL.withOrder(Order.NAME_DOWN))).containsExactly("C", "b", "a");
        assertThat(names(SystemQuery.ALL)).containsExactly("a", "C", "b");
        assertThat(names(SystemQuery.ALL.withOrder(Order.UPDATED_UP))).containsExactly("b", "C", "a");
        SystemPage page = stores.read(store -> store.page(ORG, byName.withWindow(new Window(1, 1))));
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.systems()).extracting(StoredSystem::name).containsExactly("b");
    }

    @Test
    void a_page_is_filtered_by_name_fqdn_tags_and_time() {
        add(
                ORG,
                system(1, "Web_1%", new Tag("n", "role", "web"), new Tag(null, "zone", "a")),
                system(2, "web-2", new Tag("n", "role", "db")),
                system(3, "db"));

        assertThat(names(SystemQuery.ALL.withNamePart("WEB"))).containsExactly("web-2", "Web_1%");
        assertThat(names(SystemQuery.ALL.withNamePart("_"))).containsExactly("Web_1%");
        assertThat(names(SystemQuery.ALL.withFqdn("FQDN-3"))).containsExactly("db");
        assertThat(names(SystemQuery.ALL.withTags(List.of(new Tag("n", "role", "db")))))
                .containsExactly("web-2");
        assertThat(names(SystemQuery.ALL.withTags(List.of(new Tag("n", "role", null)))))
                .containsExactly("web-2", "Web_1%");
        assertThat(names(SystemQuery.ALL.withTags(List.of(new Tag("n", "role", null), new Tag(null, "zone", "a")))))
                .containsExactly("Web_1%");
        assertThat(names(SystemQuery.ALL.withHeardOf(List.of(new Span(NOON.plusSeconds(2), Instant.MAX)))))
                .containsExactly("db", "web-2");
        assertThat(names(SystemQuery.ALL.withHeardOf(List.of(
                        new Span(Instant.MIN, NOON.plusSeconds(2)), new Span(NOON.plusSeconds(3), Instant.MAX)))))
                .containsExactly("db", "Web_1%");
    }

    private List<KnownState> current(OrgId org, List<UUID> ids) {
        return stores.read(store -> {
            List<KnownState> found = new ArrayList<>();
            store.current(org, ids, found::add);
            return found;
        });
    }

    private List<KnownState> known(OrgId org, List<UUID> ids) {
        return stores.read(store -> {
            List<KnownState> found = new ArrayList<>();
            store.known(org, ids, found::add);
            return found;
        });
    }

    @Test
    void states_come_newest_first_and_with_what_they_said() throws IOException {
        add(ORG, system(1, "web"));
        ProfileContent changed = content("aarch64");
        SystemState older =
                new SystemState(id(7), id(1), new CaptureDate(NOON.minusSeconds(60), null), null, changed.digest());
        stores.write(store -> {
            store.addState(ORG, older, changed);
            return 0;
        });

        assertThatList(stores.read(store -> store.states(ORG, id(1), new Window(0, 10))))
                .containsExactly(state(1, 1, NOON), older);
        assertThatList(stores.read(store -> store.states(ORG, id(1), new Window(1, 10))))
                .containsExactly(older);
        assertThat(stores.read(store -> store.stateAt(ORG, id(1), new CaptureDate(NOON.minusSeconds(60), "else")))
                        .orElseThrow())
                .isEqualTo(older);
        KnownState known = stores.read(store -> store.known(ORG, id(7))).orElseThrow();
        assertThat(known.system().name()).isEqualTo("web");
        assertThat(new String(known.content().read().readAllBytes(), UTF_8))
                .isEqualTo("{\"system_profile\":{\"arch\":\"aarch64\"}}");
    }

    @Test
    void what_systems_are_now_comes_with_all_that_belongs_to_it() throws IOException {
        StoredSystem web = system(1, "web", new Tag("n", "role", "web"), new Tag(null, "zone", "a"));
        add(ORG, system(2, "twin"), web, system(3, "other"));

        List<KnownState> now = current(ORG, List.of(id(1), id(2), id(9)));

        now.sort(Comparator.comparing(known -> known.system().id()));
        assertThatList(now)
                .extracting(KnownState::system)
                .containsExactly(
                        web,
                        stores.read(store -> store.systems(ORG, List.of(id(2)))).get(0));
        assertThatList(now)
                .extracting(KnownState::state)
                .containsExactly(state(1, 1, NOON), now.get(1).system().current());
        for (KnownState known : now) {
            assertThat(known.content().digest()).isEqualTo(known.state().digest());
            assertThat(known.content().read().readAllBytes())
                    .isEqualTo(CONTENT.read().readAllBytes());
        }
    }

    @Test
    void a_replaced_system_has_nothing_of_before() {
        add(ORG, system(1, "web", new Tag("n", "role", "web")));
        StoredSystem renamed = new StoredSystem(
                id(1),
                MachineIdentity.NONE.with(IdentityKind.FQDN, "new"),
                new SystemLabels(null, null, List.of()),
                new StoredSystem.CheckIns(NOON, NOON.plusSeconds(9)),
                state(1, 1, NOON));
        stores.write(store -> {
            store.replace(ORG, renamed);
            return 0;
        });

        assertThatList(stores.read(store -> store.systems(ORG, List.of(id(1))))).containsExactly(renamed);
        assertThatList(stores.read(store -> store.recognised(ORG, IdentityKind.FQDN, "fqdn-1")))
                .isEmpty();
        assertThat(names(SystemQuery.ALL.withTags(List.of(new Tag("n", "role", null)))))
                .isEmpty();
    }

    @Test
    void a_removed_system_takes_its_states_along_but_not_what_others_have_too() {
        add(ORG, system(1, "web"), system(2, "twin"));

        assertThat((boolean) stores.write(store -> store.delete(ORG, id(1)))).isTrue();
        assertThat((boolean) stores.write(store -> store.delete(ORG, id(1)))).isFalse();
        assertThatList(stores.read(store -> store.states(ORG, id(1), new Window(0, 10))))
                .isEmpty();
        assertThatList(known(ORG, List.of(id(1001), id(1002))))
                .extracting(known -> known.system().name())
                .containsExactly("twin");
    }

    @Test
    void removed_states_are_gone_with_what_nobody_else_has_but_the_current_one_stays() {
        add(ORG, system(1, "web"), system(2, "twin"));
        ProfileContent alone = content("aarch64");
        SystemState older =
                new SystemState(id(7), id(1), new CaptureDate(NOON.minusSeconds(60), null), null, alone.digest());
        SystemState same =
                new SystemState(id(8), id(1), new CaptureDate(NOON.minusSeconds(90), null), null, CONTENT.digest());
        stores.write(store -> {
            store.addState(ORG, older, alone);
            store.addState(ORG, same, CONTENT);
            return 0;
        });
        List<UUID> all = List.of(id(7), id(8), id(1001), id(4711));

        assertThat((int) stores.write(store -> store.deleteStates(OTHER, all))).isZero();
        assertThat((int) stores.write(store -> store.deleteStates(ORG, all))).isEqualTo(2);
        assertThat((int) stores.write(store -> store.deleteStates(ORG, all))).isZero();
        assertThatList(stores.read(store -> store.states(ORG, id(1), new Window(0, 10))))
                .containsExactly(state(1, 1, NOON));
        assertThatList(known(ORG, List.of(id(1001), id(1002)))).hasSize(2);
    }

    @Test
    void the_ids_of_all_systems_of_an_organisation_are_in_order() {
        add(ORG, system(3, "c"), system(1, "a"));
        add(OTHER, system(2, "b"));

        assertThatList(stores.read(store -> store.systemIds(ORG))).containsExactly(id(1), id(3));
    }

    @Test
    void work_that_fails_changes_nothing() {
        assertThatThrownBy(() -> stores.write(store -> {
                    store.add(ORG, system(1, "web"), CONTENT);
                    throw new IllegalStateException("half-way");
                }))
                .hasMessage("half-way");
        assertThatThrownBy(() -> stores.write(store -> {
                    store.add(ORG, system(2, "web"), CONTENT);
                    store.addState(ORG, state(3, 2, NOON), CONTENT);
                    return 0;
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(stores.read(store -> store.page(ORG, SystemQuery.ALL)).total())
                .isZero();
    }

    @Test
    void work_of_many_at_the_same_time_is_all_done_and_one_that_fails_fails_alone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 1; i <= 200; i++) {
                int number = i;
                all.add(threads.submit(() -> stores.write(store -> {
                    store.add(ORG, system(number, "web-" + number), CONTENT);
                    if (number % 10 == 0) {
                        throw new IllegalStateException("this one");
                    }
                    return number;
                })));
            }
            for (int i = 1; i <= 200; i++) {
                Future<Integer> one = all.get(i - 1);
                if (i % 10 == 0) {
                    assertThatThrownBy(one::get).hasRootCauseMessage("this one");
                } else {
                    assertThat(one.get()).isEqualTo(i);
                }
            }
            assertThat(stores.read(store -> store.page(ORG, SystemQuery.ALL)).total())
                    .isEqualTo(180);
        } finally {
            threads.shutdown();
        }
    }
}

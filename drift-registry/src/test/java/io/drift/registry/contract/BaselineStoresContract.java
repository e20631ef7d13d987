package io.drift.registry.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.fact.FactValue;
import io.drift.registry.store.Association;
import io.drift.registry.store.BaselineEntry;
import io.drift.registry.store.BaselineEntry.Category;
import io.drift.registry.store.BaselineEntry.Fact;
import io.drift.registry.store.BaselineHead;
import io.drift.registry.store.BaselinePage;
import io.drift.registry.store.BaselineQuery;
import io.drift.registry.store.BaselineQuery.Order;
import io.drift.registry.store.BaselineReads;
import io.drift.registry.store.BaselineWrites;
import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoredBaseline;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemQuery.Window;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.SystemStores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all stores of baselines must do. A test class extends it and says how to make them. */
public abstract class BaselineStoresContract {

    private static final OrgId ORG = OrgId.LOCAL;
    private static final OrgId OTHER = new OrgId("other");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000001Z");
    private static final ProfileContent CONTENT = ProfileContent.of("{\"system_profile\":{}}".getBytes(UTF_8));
    private static final List<BaselineEntry> FACTS = List.of(
            new Fact("arch", new FactValue.Text("x86_64 ☃")),
            new Category("empty", List.of()),
            new Category(
                    "packages",
                    List.of(
                            new Fact("bash", new FactValue.Text("5.1")),
                            new Fact("kernel", new FactValue.Several(List.of("2", "1"))))),
            new Fact("packages", new FactValue.Several(List.of("one"))));

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

    private <T> T read(Function<BaselineReads, T> work) {
        return stores.read(store -> work.apply(store.baselines()));
    }

    private void write(Consumer<BaselineWrites> work) {
        stores.write(store -> {
            work.accept(store.baselines());
            return 0;
        });
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static StoredBaseline baseline(int number, String name) {
        BaselineHead head =
                new BaselineHead(id(number), name, NOON.plusSeconds(number), NOON.plusSeconds(10 - number), true);
        return new StoredBaseline(head, FACTS);
    }

    private void addBaselines(OrgId org, StoredBaseline... baselines) {
        write(store -> List.of(baselines).forEach(one -> store.add(org, one)));
    }

    private void addSystem(OrgId org, int number) {
        SystemState state =
                new SystemState(id(1000 + number), id(number), new CaptureDate(NOON, null), "web", CONTENT.digest());
        StoredSystem system = new StoredSystem(
                id(number),
                MachineIdentity.NONE,
                new SystemLabels(null, null, null),
                new StoredSystem.CheckIns(NOON, NOON),
                state);
        stores.write(store -> {
            store.add(org, system, CONTENT);
            return 0;
        });
    }

    private static Association association(int number, int baseline, int system) {
        return new Association(id(100 + number), id(baseline), id(system), List.of());
    }

    private Optional<UUID> idOf(String name, OrgId org) {
        return read(store -> store.named(org, name));
    }

    private List<String> names(BaselineQuery query) {
        return read(store -> store.page(ORG, query)).baselines().stream()
                .map(one -> one.head().name())
                .toList();
    }

    @Test
    void a_baseline_comes_back_as_it_was_added() {
        addBaselines(ORG, baseline(1, "Golden ☃"));

        assertThatList(read(store -> store.find(ORG, List.of(id(1), id(2))))).containsExactly(baseline(1, "Golden ☃"));
        assertThat(idOf("Golden ☃", ORG)).contains(id(1));
        assertThat(idOf("golden ☃", ORG)).isEmpty();
    }

    @Test
    void a_name_is_free_for_one_baseline_of_each_organisation() {
        addBaselines(ORG, baseline(1, "golden"));
        addBaselines(OTHER, baseline(2, "golden"));

        assertThatThrownBy(() -> addBaselines(ORG, baseline(3, "golden"))).isInstanceOf(RuntimeException.class);
        assertThat(idOf("golden", OTHER)).contains(id(2));
    }

    @Test
    void a_page_is_filtered_and_sorted_and_tells_how_many_there_are() {
        addBaselines(ORG, baseline(1, "b_"), baseline(2, "C"), baseline(3, "a"));
        addBaselines(OTHER, baseline(4, "d"));

        assertThat(names(BaselineQuery.ALL)).containsExactly("a", "b_", "C");
        assertThat(names(BaselineQuery.ALL.withOrder(Order.NAME, false))).containsExactly("C", "b_", "a");
        assertThat(names(BaselineQuery.ALL.withOrder(Order.CREATED, true))).containsExactly("b_", "C", "a");
        assertThat(names(BaselineQuery.ALL.withOrder(Order.UPDATED, true))).containsExactly("a", "C", "b_");
        assertThat(names(BaselineQuery.ALL.withNamePart("c"))).containsExactly("C");
        assertThat(names(BaselineQuery.ALL.withNamePart("_"))).containsExactly("b_");
        assertThat(names(BaselineQuery.ALL.withIds(List.of(id(1), id(3), id(4)))))
                .containsExactly("a", "b_");
        BaselinePage page = read(store ->
                store.page(ORG, BaselineQuery.ALL.withIds(List.of(id(1), id(3))).withWindow(new Window(1, 1))));
        assertThat(page)
                .isEqualTo(new BaselinePage(
                        List.of(new BaselinePage.Listed(baseline(1, "b_").head(), 4, 0)), 2, 3));
    }

    @Test
    void a_replaced_baseline_has_nothing_of_before_but_its_systems() {
        addBaselines(ORG, baseline(1, "golden"));
        addSystem(ORG, 7);
        write(store -> store.associate(ORG, association(1, 1, 7)));
        StoredBaseline changed = new StoredBaseline(
                new BaselineHead(id(1), "silver", NOON.plusSeconds(1), NOON.plusSeconds(99), false),
                List.of(new Fact("a", new FactValue.Text("b"))));

        write(store -> store.replace(ORG, changed));

        assertThatList(read(store -> store.find(ORG, List.of(id(1))))).containsExactly(changed);
        assertThat(idOf("golden", ORG)).isEmpty();
        assertThatList(read(store -> store.ofBaseline(ORG, id(1)))).hasSize(1);
    }

    @Test
    void associations_are_found_from_both_ends() {
        addBaselines(ORG, baseline(1, "a"), baseline(2, "b"));
        addSystem(ORG, 7);
        addSystem(ORG, 8);
        write(store -> {
            store.associate(ORG, association(1, 1, 8));
            store.associate(ORG, association(2, 1, 7));
            store.associate(ORG, association(3, 2, 7));
        });

        assertThatList(read(store -> store.ofBaseline(ORG, id(1))))
                .containsExactly(association(1, 1, 8), association(2, 1, 7));
        assertThatList(read(store -> store.ofSystems(ORG, List.of(id(7)))))
                .containsExactly(association(2, 1, 7), association(3, 2, 7));
        assertThatList(read(store -> store.associations(ORG))).hasSize(3);
        assertThat(read(store -> store.page(ORG, BaselineQuery.ALL)).baselines())
                .extracting(BaselinePage.Listed::systemCount)
                .containsExactly(2L, 1L);
    }

    @Test
    void an_association_has_the_groups_that_it_was_given_last() {
        addBaselines(ORG, baseline(1, "a"));
        addSystem(ORG, 7);
        Association first = association(1, 1, 7).withGroups(List.of(new Association.Group(id(50), "web")));
        write(store -> store.associate(ORG, first));
        assertThatList(read(store -> store.ofBaseline(ORG, id(1)))).containsExactly(first);

        Association second =
                first.withGroups(List.of(new Association.Group(id(52), null), new Association.Group(id(51), "db")));
        write(store -> {
            store.replaceGroups(ORG, second);
            store.replaceGroups(OTHER, first);
        });

        assertThatList(read(store -> store.ofBaseline(ORG, id(1)))).containsExactly(second);
    }

    @Test
    void what_is_removed_takes_its_associations_along() {
        addBaselines(ORG, baseline(1, "a"), baseline(2, "b"));
        addSystem(ORG, 7);
        addSystem(ORG, 8);
        write(store -> {
            store.associate(ORG, association(1, 1, 7));
            store.associate(ORG, association(2, 2, 7));
            store.associate(ORG, association(3, 2, 8));
            store.dissociate(OTHER, id(103));
            store.delete(ORG, id(1));
        });
        assertThatList(read(store -> store.associations(ORG)))
                .containsExactly(association(2, 2, 7), association(3, 2, 8));

        stores.write(store -> store.delete(ORG, id(7)));
        assertThatList(read(store -> store.associations(ORG))).containsExactly(association(3, 2, 8));

        write(store -> store.dissociate(ORG, id(103)));
        assertThatList(read(store -> store.associations(ORG))).isEmpty();
        assertThatList(read(store -> store.find(ORG, List.of(id(1), id(2))))).hasSize(1);
    }

    @Test
    void nothing_of_another_organisation_is_found_or_changed() {
        addBaselines(ORG, baseline(1, "a"));
        addSystem(ORG, 7);
        addSystem(OTHER, 8);
        write(store -> store.associate(ORG, association(1, 1, 7)));

        assertThatList(read(store -> store.find(OTHER, List.of(id(1))))).isEmpty();
        assertThat(read(store -> store.page(OTHER, BaselineQuery.ALL)).total()).isZero();
        assertThatList(read(store -> store.ofBaseline(OTHER, id(1)))).isEmpty();
        assertThatList(read(store -> store.ofSystems(OTHER, List.of(id(7))))).isEmpty();
        assertThatList(read(store -> store.associations(OTHER))).isEmpty();
        assertThat((boolean) stores.write(store -> store.baselines().delete(OTHER, id(1))))
                .isFalse();
        assertThatThrownBy(() -> write(store -> store.associate(ORG, association(2, 1, 8))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> write(store -> store.associate(OTHER, association(2, 1, 8))))
                .isInstanceOf(RuntimeException.class);
        assertThatList(read(store -> store.find(ORG, List.of(id(1))))).hasSize(1);
    }
}

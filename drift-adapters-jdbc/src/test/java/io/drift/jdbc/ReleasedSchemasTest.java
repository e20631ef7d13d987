package io.drift.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Databases as each released version made them are test files, {@code released-schema-N.db}: this version opens, migrates
 * and reads them.
 */
class ReleasedSchemasTest {

    private static final UUID WEB = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 5);

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(
                temporary.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static InputStream released(int schema) {
        return Objects.requireNonNull(
                ReleasedSchemasTest.class.getResourceAsStream("released-schema-" + schema + ".db"),
                "each schema before the current one needs a file of its own");
    }

    private void put(int schema) throws IOException {
        try (InputStream database = released(schema)) {
            Files.copy(database, folder.resolve("drift.db"));
        }
    }

    @Test
    void each_schema_before_the_current_one_is_migrated_and_a_copy_of_it_stays() throws IOException {
        for (int schema : IntStream.range(1, Migrations.ofThisVersion().last()).toArray()) {
            put(schema);
            SqliteStores.open(folder).close();
            assertThat(folder.resolve("drift-schema-" + schema + ".db")).exists();
            try (Sql sql = Sql.open(folder.resolve("drift.db"))) {
                assertThat(sql.number("pragma user_version"))
                        .isEqualTo(Migrations.ofThisVersion().last());
                assertThatList(sql.query("pragma integrity_check", row -> row.getString(1)))
                        .containsExactly("ok");
            }
            Files.delete(folder.resolve("drift.db"));
        }
    }

    @Test
    void systems_of_the_first_schema_are_what_they_were() throws IOException {
        put(1);
        try (SystemStores stores = SqliteStores.open(folder)) {
            List<StoredSystem> systems = stores.read(store -> store.systems(OrgId.LOCAL, List.of(WEB, OTHER)));
            assertThatList(systems).extracting(StoredSystem::name).containsExactly("Web 1 ☃", OTHER.toString());
            StoredSystem web = systems.get(0);
            assertThat(web.identity().id(IdentityKind.MACHINE_ID)).isEqualTo("11111111111111111111111111111111");
            assertThat(web.identity().macAddresses()).containsExactly("52:54:00:00:00:01", "52:54:00:00:00:02");
            assertThatList(web.labels().tagsOrNone())
                    .containsExactly(new Tag(null, "alone", null), new Tag("mine", "role", "web"));
            assertThat(web.checkIns().last()).isEqualTo(Instant.parse("2026-11-28T07:00:00Z"));
        }
    }

    @Test
    void history_of_the_first_schema_is_what_it_was() throws IOException {
        put(1);
        try (SystemStores stores = SqliteStores.open(folder)) {
            List<SystemState> states =
                    stores.read(store -> store.states(OrgId.LOCAL, WEB, new SystemQuery.Window(0, 10)));
            assertThatList(states)
                    .extracting(state -> state.captured().asGiven())
                    .containsExactly(
                            "2026-11-03T00:00:00Z", "2026-11-02T00:00:00.123456+00:00", "2026-11-01T00:00:00Z");
            KnownState current = stores.read(
                            store -> store.known(OrgId.LOCAL, states.get(0).id()))
                    .orElseThrow();
            assertThat(new String(current.content().read().readAllBytes(), UTF_8))
                    .isEqualTo("{\"system_profile\":{\"arch\":\"x86_64\",\"number_of_cpus\":4}}");
        }
    }

    @Test
    void a_database_of_a_later_schema_is_refused_by_servers_and_readers_and_stays_as_it_is() throws IOException {
        put(1);
        int later = Migrations.ofThisVersion().last() + 1;
        try (Sql sql = Sql.open(folder.resolve("drift.db"))) {
            sql.execute("pragma user_version = " + later);
        }
        assertThatThrownBy(() -> SqliteStores.open(folder))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("of a newer version of Drift (schema " + later);
        assertThatThrownBy(() -> SqliteStores.openToRead(folder))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("of a newer version of Drift (schema " + later);
        try (Sql sql = Sql.open(folder.resolve("drift.db"))) {
            assertThat(sql.number("pragma user_version")).isEqualTo(later);
        }
    }
}

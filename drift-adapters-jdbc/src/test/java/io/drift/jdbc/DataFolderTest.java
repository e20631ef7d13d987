package io.drift.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of folders and files that are not as they should be. */
class DataFolderTest {

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("a b").resolve("da%ta?#");
    }

    private static long count(SystemStores stores) {
        return stores.read(store -> store.page(OrgId.LOCAL, SystemQuery.ALL)).total();
    }

    @Test
    void a_folder_is_made_for_its_owner_only_whatever_its_name_is() throws IOException {
        try (SystemStores stores = SqliteStores.open(folder)) {
            assertThat(count(stores)).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(folder.resolve("drift.db")).exists();
        }
    }

    @Test
    void a_folder_that_others_may_look_into_is_refused() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

        assertThatThrownBy(() -> SqliteStores.open(folder))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("chmod 700");
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_and_the_first_one_goes_on() {
        try (SystemStores first = SqliteStores.open(folder)) {
            assertThatThrownBy(() -> SqliteStores.open(folder))
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContaining("another Drift works on the data folder");
            assertThat(count(first)).isZero();
        }
        SqliteStores.open(folder).close();
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_stays_as_it_is() throws IOException {
        SqliteStores.open(folder).close();
        Path file = folder.resolve("drift.db");
        Files.writeString(
                file,
                "this is no database, but it is longer than a hundred bytes, so that nobody can"
                        + " take it for one that was just begun");
        String before = Files.readString(file);

        assertThatThrownBy(() -> SqliteStores.open(folder))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("is no database");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_refused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> SqliteStores.open(file))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void a_newer_database_is_refused_and_an_older_one_is_copied_and_then_migrated() {
        Migrations newer = new Migrations(List.of(Migrations.step(1), "create table more (id integer);\n"));
        SqliteStores.open(folder).close();
        SqliteStores.open(folder, newer).close();

        assertThat(folder.resolve("drift-schema-1.db")).exists();
        assertThatThrownBy(() -> SqliteStores.open(folder))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("newer version of Drift (schema 2, and this one knows 1)");
    }

    @Test
    void a_migration_that_fails_leaves_the_database_as_it_was() {
        Migrations broken =
                new Migrations(List.of(Migrations.step(1), "create table more (id integer);\nthis is no SQL;\n"));
        SqliteStores.open(folder).close();

        assertThatThrownBy(() -> SqliteStores.open(folder, broken)).isInstanceOf(StoreFailureException.class);
        SqliteStores.open(folder).close();
        assertThat(folder.resolve("drift-schema-1.db")).exists();
    }
}

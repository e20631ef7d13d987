package io.drift.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.registry.Registry;
import io.drift.registry.baselines.BaselineName;
import io.drift.registry.baselines.FactDraft;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.StoredBaseline;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemStores;
import io.drift.registry.systems.UploadSystems;
import io.drift.registry.systems.UploadedSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

        for (Path wrong : List.of(file, file.resolve("below"))) {
            for (ThrowingCallable use :
                    List.<ThrowingCallable>of(() -> SqliteStores.open(wrong), () -> SqliteStores.openToRead(wrong))) {
                assertThatThrownBy(use)
                        .isInstanceOf(StoreFailureException.class)
                        .hasMessage("the data folder cannot be " + wrong + ", since " + file
                                + " is a file: give a folder, or a name where there is nothing yet");
            }
        }
    }

    private static Migrations more(String step) {
        return new Migrations(List.of(Migrations.step(1), Migrations.step(2), step));
    }

    @Test
    void a_newer_database_is_refused_and_an_older_one_is_copied_and_then_migrated() {
        SqliteStores.open(folder).close();
        SqliteStores.open(folder, more("create table more (id integer);\n")).close();

        assertThat(folder.resolve("drift-schema-2.db")).exists();
        assertThatThrownBy(() -> SqliteStores.open(folder))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("newer version of Drift (schema 3, and this one knows 2)");
    }

    @Test
    void a_migration_that_fails_leaves_the_database_as_it_was() {
        SqliteStores.open(folder).close();

        assertThatThrownBy(() -> SqliteStores.open(folder, more("create table more (id integer);\nthis is no SQL;\n")))
                .isInstanceOf(StoreFailureException.class);
        SqliteStores.open(folder).close();
        assertThat(folder.resolve("drift-schema-2.db")).exists();
    }

    @Test
    void a_database_without_baselines_gets_them_and_keeps_its_systems_and_a_copy() {
        Migrations withoutBaselines = new Migrations(List.of(Migrations.step(1)));
        try (SystemStores before = SqliteStores.open(folder, withoutBaselines)) {
            upload("web-1", before);
        }

        try (SystemStores after = SqliteStores.open(folder)) {
            UUID system = after.read(store -> store.page(OrgId.LOCAL, SystemQuery.ALL))
                    .systems()
                    .get(0)
                    .id();
            Registry registry = Registry.over(after, Clock.systemUTC());
            StoredBaseline golden = registry.baselines()
                    .create(OrgId.LOCAL, BaselineName.parse("golden"), List.of(FactDraft.of("arch", "x86_64")));
            registry.baselineSystems().associate(OrgId.LOCAL, golden.head().id(), List.of(system));
            assertThat(registry.baselineSystems().all(OrgId.LOCAL)).hasSize(1);
        }

        move("drift-schema-1.db", "drift.db");
        try (SystemStores copy = SqliteStores.open(folder, withoutBaselines)) {
            assertThat(count(copy)).isEqualTo(1);
        }
    }

    private static void upload(String fqdn, SystemStores stores) {
        UploadedSystem upload = new UploadedSystem(
                MachineIdentity.NONE.with(IdentityKind.FQDN, fqdn),
                fqdn,
                new SystemLabels(null, null, null),
                null,
                ProfileContent.of("{\"system_profile\":{}}".getBytes(StandardCharsets.UTF_8)));
        new UploadSystems(stores, Clock.systemUTC(), UUID::randomUUID).upload(OrgId.LOCAL, List.of(upload));
    }

    private void move(String from, String to) {
        try {
            Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

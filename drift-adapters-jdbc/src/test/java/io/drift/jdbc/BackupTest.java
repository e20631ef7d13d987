package io.drift.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.registry.Registry;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemStores;
import io.drift.registry.systems.UploadedSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a database, also of one that is being written. */
class BackupTest {

    @TempDir
    Path temporary;

    private Path copy() throws IOException {
        return Files.createFile(temporary.resolve("it's a \"copy\".db"));
    }

    private static void upload(SystemStores stores, int number) {
        byte[] content = new byte[20_000];
        new Random(number).nextBytes(content);
        String name = "web-" + number;
        UploadedSystem upload = new UploadedSystem(
                MachineIdentity.NONE.with(IdentityKind.FQDN, name),
                name,
                new SystemLabels(null, null, null),
                null,
                ProfileContent.of(content));
        Registry.over(stores, Clock.systemUTC()).uploads().upload(OrgId.LOCAL, List.of(upload));
    }

    private static long count(SystemStores stores) {
        return stores.read(store -> store.page(OrgId.LOCAL, SystemQuery.ALL)).total();
    }

    @Test
    void a_copy_of_a_database_that_is_being_written_is_whole_and_can_be_started() throws Exception {
        Path folder = temporary.resolve("data");
        Path copy = copy();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (SystemStores stores = SqliteStores.open(folder)) {
            for (int i = 0; i < 100; i++) {
                upload(stores, i);
            }
            AtomicBoolean done = new AtomicBoolean();
            Future<Integer> more = writer.submit(() -> {
                int number = 100;
                while (!done.get()) {
                    upload(stores, number++);
                }
                return number;
            });
            SqliteStores.backUp(folder, copy);
            done.set(true);
            int uploaded = more.get();
            assertThat(count(stores)).isEqualTo(uploaded);
        } finally {
            writer.shutdown();
        }
        assertThat(temporary).isDirectoryContaining(file -> file.equals(copy));
        assertThat(copy.resolveSibling(copy.getFileName() + "-wal")).doesNotExist();

        Path restored = Files.createDirectory(
                temporary.resolve("restored"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.move(copy, restored.resolve("drift.db"));
        try (SystemStores stores = SqliteStores.open(restored)) {
            assertThat(count(stores)).isGreaterThanOrEqualTo(100);
            upload(stores, 4711);
        }
    }

    @Test
    void a_folder_without_a_database_is_refused_and_none_is_made() throws IOException {
        Path copy = copy();
        assertThatThrownBy(() -> SqliteStores.backUp(temporary.resolve("nothing"), copy))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("there is no drift.db in the data folder");
        assertThat(temporary.resolve("nothing")).doesNotExist();
    }

    @Test
    void a_damaged_database_is_not_called_a_backup() throws IOException {
        Path folder = temporary.resolve("data");
        try (SystemStores stores = SqliteStores.open(folder)) {
            for (int i = 0; i < 20; i++) {
                upload(stores, i);
            }
        }
        byte[] database = Files.readAllBytes(folder.resolve("drift.db"));
        byte[] noise = "this is not what was written here".repeat(600).getBytes(UTF_8);
        System.arraycopy(noise, 0, database, 4096 * 2, noise.length);
        Files.write(folder.resolve("drift.db"), database);
        Path copy = copy();

        assertThatThrownBy(() -> SqliteStores.backUp(folder, copy))
                .isInstanceOf(StoreFailureException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void stores_that_were_opened_to_read_take_nothing_and_see_what_a_server_writes() {
        Path folder = temporary.resolve("data");
        try (SystemStores stores = SqliteStores.open(folder);
                SystemStores reading = SqliteStores.openToRead(folder)) {
            upload(stores, 1);

            assertThat(count(reading)).isEqualTo(1);
            assertThatThrownBy(() -> reading.write(store -> store.delete(OrgId.LOCAL, new UUID(0, 1))))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }
}

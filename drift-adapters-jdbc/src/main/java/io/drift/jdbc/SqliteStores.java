package io.drift.jdbc;

import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.SystemReads;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.SystemWrites;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Systems in one SQLite file, {@code drift.db} in a data folder that is for its owner only. One server at a time works on
 * it; what it acknowledged outlives a killed process and a loss of power.
 *
 * <pre>{@code
 * try (SystemStores stores = SqliteStores.open(Path.of("/var/lib/drift"))) {
 *     Registry registry = Registry.over(stores, Clock.systemUTC());
 * }
 * }</pre>
 */
public final class SqliteStores implements SystemStores {

    private static final int READERS = 4;
    private final DataFolder folder;
    private final List<Sql> connections = new ArrayList<>();
    private @Nullable SharedTransactions writer;
    private final BlockingQueue<Sql> readers = new ArrayBlockingQueue<>(READERS);

    private SqliteStores(DataFolder folder) {
        this.folder = folder;
    }

    private SqliteStores begin(Migrations migrations) {
        folder.sweepDriver();
        unpackDriverIn(folder);
        Sql write = connect();
        List.of("pragma journal_mode = wal", "pragma synchronous = full", "pragma foreign_keys = on")
                .forEach(write::execute);
        refuseIfReadOnly(write);
        migrations.run(write, folder.database());
        writer = new SharedTransactions(write);
        for (int i = 0; i < READERS; i++) {
            Sql read = connect();
            read.execute("pragma query_only = on");
            readers.add(read);
        }
        return this;
    }

    /** A database that may only be read would open, and refuse each upload. */
    private static void refuseIfReadOnly(Sql write) {
        write.execute("begin immediate");
        write.execute("pragma user_version = " + write.number("pragma user_version"));
        write.execute("rollback");
    }

    /**
     * Opens the stores, and makes them if there are none.
     *
     * @param folder the data folder; made if it is not there
     * @return the stores, to be closed
     * @throws StoreFailureException if it cannot be used: not writable, open to others, used by another server, of a newer
     *     version, no database
     */
    public static SystemStores open(Path folder) {
        return open(folder, Migrations.ofThisVersion());
    }

    static SystemStores open(Path folder, Migrations migrations) {
        SqliteStores stores = new SqliteStores(DataFolder.open(folder));
        try {
            return stores.begin(migrations);
        } catch (RuntimeException failed) {
            stores.close();
            throw failed;
        }
    }

    /**
     * Opens stores that can only be read, also while a server works on them.
     *
     * @param folder the data folder, with a database in it
     * @return the stores, to be closed
     * @throws StoreFailureException if there is no database of this version
     */
    public static SystemStores openToRead(Path folder) {
        return ReadOnlyStores.open(look(folder), Migrations.ofThisVersion());
    }

    /**
     * Copies the database, also while a server works on it, and checks the copy.
     *
     * @param folder the data folder, with a database in it
     * @param copy a file that is there and empty
     * @throws StoreFailureException if it cannot be copied, or is damaged
     */
    public static void backUp(Path folder, Path copy) {
        Backup.write(look(folder).database(), copy);
    }

    /**
     * Removes the database and all that belongs to it, and the folder, if nothing else is in it.
     *
     * @param folder the data folder
     * @throws StoreFailureException if another Drift works on it, or it cannot be removed
     */
    public static void remove(Path folder) {
        try (DataFolder data = DataFolder.open(folder)) {
            data.empty();
        }
        DataFolder.removeIfEmpty(folder);
    }

    /**
     * How large the database is, with what is on its way into it.
     *
     * @param folder the data folder
     * @return in bytes; 0 if there is none
     */
    public static long bytes(Path folder) {
        return DataFolder.bytes(folder);
    }

    private static DataFolder look(Path given) {
        DataFolder folder = DataFolder.look(given);
        unpackDriverIn(folder);
        return folder;
    }

    private static void unpackDriverIn(DataFolder folder) {
        System.setProperty("org.sqlite.tmpdir", folder.driverFolder().toString());
    }

    private Sql connect() {
        Sql connection = Sql.open(folder.database());
        connections.add(connection);
        return connection;
    }

    @Override
    public <T> T read(Function<SystemReads, T> work) {
        Sql reader = take();
        try {
            reader.execute("begin");
            try {
                return work.apply(new SqliteSystems(reader));
            } finally {
                reader.execute("rollback");
            }
        } finally {
            readers.add(reader);
        }
    }

    private Sql take() {
        try {
            return readers.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreFailureException("nobody waits for the answer any more", interrupted);
        }
    }

    @Override
    public <T> T write(Function<SystemWrites, T> work) {
        return Objects.requireNonNull(writer).write(work);
    }

    @Override
    public void close() {
        try {
            RuntimeException failure = null;
            for (Sql connection : connections) {
                try {
                    connection.close();
                } catch (RuntimeException failed) {
                    failure = failed;
                }
            }
            if (failure != null) {
                throw failure;
            }
        } finally {
            folder.close();
        }
    }
}

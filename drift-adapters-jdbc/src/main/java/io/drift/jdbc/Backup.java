package io.drift.jdbc;

import io.drift.registry.store.StoreFailureException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/** A copy of a database that others may work on meanwhile. */
final class Backup {

    private static final int OK = 0;

    private Backup() {}

    /**
     * Copies a database with SQLite's online backup, and looks whether the copy is whole. The copy is of one moment, since
     * it is made within a transaction that reads: what is written meanwhile would else make SQLite begin again and again.
     *
     * @param source the database
     * @param copy a file that is there and empty
     */
    static void write(Path source, Path copy) {
        try (Sql sql = Sql.open(source)) {
            sql.execute("pragma query_only = on");
            sql.execute("begin");
            sql.number("select count(*) from sqlite_schema");
            int code = sql.connection()
                    .unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup("main", copy.toString(), null);
            sql.execute("rollback");
            if (code != OK) {
                throw failure(copy, "SQLite's code " + code, null);
            }
        } catch (SQLException failed) {
            throw failure(copy, String.valueOf(failed.getMessage()), failed);
        }
        check(copy);
    }

    private static void check(Path copy) {
        try (Sql sql = Sql.open(copy)) {
            List<String> faults = sql.query("pragma integrity_check", row -> row.getString(1));
            if (!faults.equals(List.of("ok"))) {
                throw new StoreFailureException("the database is damaged, so no backup of it was made: " + faults.get(0)
                        + "; keep the backups that there are");
            }
        }
    }

    private static StoreFailureException failure(Path copy, String why, @Nullable Throwable cause) {
        String message = "no backup was made (" + why + "): look at the disk of " + copy.getParent();
        return cause == null ? new StoreFailureException(message) : new StoreFailureException(message, cause);
    }
}

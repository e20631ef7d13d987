package io.drift.jdbc;

import io.drift.registry.store.StoreFailureException;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;

/** What SQLite says, and what to do about it. */
final class StoreFailures {

    private static final int BUSY = 5;
    private static final int READ_ONLY = 8;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private StoreFailures() {}

    static StoreFailureException of(SQLException failure) {
        return new StoreFailureException(advice(failure), failure);
    }

    private static String advice(SQLException failure) {
        if (failure.getCause() instanceof NativeLibraryNotFoundException) {
            return "the data folder has no room for the driver of the database, or programs may not run from there"
                    + " (noexec): look at its disk";
        }
        return switch (failure.getErrorCode()) {
            case BUSY -> "the database is in use by another program for too long: try again";
            case READ_ONLY -> "the database may not be written: look at the permissions of the data folder";
            case INPUT_OUTPUT, CANNOT_OPEN ->
                "the data folder cannot be read or written: look at its disk and permissions";
            case CORRUPT -> "the database is damaged: put a backup in its place";
            case FULL ->
                "the disk of the data folder is full: make room, then try again; what was acknowledged is kept";
            case NOT_A_DATABASE -> "drift.db in the data folder is no database: move it away, or give another folder";
            default -> "the database failed: " + failure.getMessage();
        };
    }
}

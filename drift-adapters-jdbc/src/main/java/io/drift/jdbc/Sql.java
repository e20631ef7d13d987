package io.drift.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, used by one thread at a time. Those that it has run are kept prepared. */
final class Sql implements AutoCloseable {

    /** More than there are different ones; only so that it cannot grow without end. */
    private static final int MOST_PREPARED = 100;

    /** How long a statement waits for what another process does. */
    private static final String PATIENCE = "pragma busy_timeout = 5000";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Sql(Connection connection) {
        this.connection = connection;
    }

    /** A connection to a database, which is made if it is not there. */
    static Sql open(Path database) {
        try {
            Sql sql = new Sql(DriverManager.getConnection(
                    "jdbc:sqlite:" + database.toUri().toString()));
            sql.execute(PATIENCE);
            return sql;
        } catch (SQLException failed) {
            throw StoreFailures.of(failed);
        }
    }

    /** Does something with a row. */
    @FunctionalInterface
    interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) {
        List<T> found = new ArrayList<>();
        each(sql, one -> found.add(row.read(one)), parameters);
        return found;
    }

    void each(String sql, EachRow row, @Nullable Object... parameters) {
        try (ResultSet rows = prepare(sql, parameters).executeQuery()) {
            while (rows.next()) {
                row.read(rows);
            }
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    long number(String sql, @Nullable Object... parameters) {
        return query(sql, row -> row.getLong(1), parameters).get(0);
    }

    int update(String sql, @Nullable Object... parameters) {
        try {
            return prepare(sql, parameters).executeUpdate();
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    /** Runs one statement for many rows. */
    void updateAll(String sql, List<@Nullable Object[]> rows) {
        rows.forEach(row -> update(sql, row));
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw StoreFailures.of(failure);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            keep(sql, statement);
        }
        set(statement, parameters);
        return statement;
    }

    /** A statement that failed may be of no use any more. */
    private RuntimeException failed(String sql, SQLException failure) {
        PreparedStatement statement = prepared.remove(sql);
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException notClosed) {
            failure.addSuppressed(notClosed);
        }
        return StoreFailures.of(failure);
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        if (prepared.size() == MOST_PREPARED) {
            for (PreparedStatement other : prepared.values()) {
                other.close();
            }
            prepared.clear();
        }
        prepared.put(sql, statement);
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw StoreFailures.of(failed);
        }
    }
}

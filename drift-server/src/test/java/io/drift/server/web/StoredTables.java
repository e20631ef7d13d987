package io.drift.server.web;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Every row of every table of a store, whatever tables there are. */
final class StoredTables {

    private StoredTables() {}

    /** Reads a database beside the server that has it open; each row is a text. */
    static List<String> of(Path folder) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("drift.db"));
                Statement statement = database.createStatement()) {
            for (String table :
                    column(statement, "select name from sqlite_master where type = 'table' order by name")) {
                column(statement, "select * from \"" + table + "\"").forEach(row -> rows.add(table + " " + row));
            }
        }
        return rows;
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    Object value = found.getObject(i);
                    row.append(i == 1 ? "" : " ").append(value instanceof byte[] bytes ? text(bytes) : value);
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

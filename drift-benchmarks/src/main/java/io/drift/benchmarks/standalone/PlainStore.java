package io.drift.benchmarks.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/**
 * The least that keeping systems can cost: Jackson's parser goes through each document, it is deflated and put into a table
 * of SQLite, a transaction for each batch, which is on the disk when it ends.
 */
final class PlainStore implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final Connection connection;

    private PlainStore(Connection connection) {
        this.connection = connection;
    }

    static PlainStore in(Path folder) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plain.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("create table contents (id integer primary key, deflated blob not null) strict");
        }
        connection.setAutoCommit(false);
        return new PlainStore(connection);
    }

    /** Keeps a batch. */
    void keep(List<byte[]> documents) throws IOException, SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into contents (deflated) values (?)")) {
            for (byte[] document : documents) {
                parse(document);
                insert.setBytes(1, deflated(document));
                insert.executeUpdate();
            }
        }
        connection.commit();
    }

    private static void parse(byte[] document) throws IOException {
        try (JsonParser parser = JSON.createParser(document)) {
            while (parser.nextToken() != null) {
                // only the time counts
            }
        }
    }

    static byte[] deflated(byte[] document) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(document.length / 4);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(document);
        }
        return deflated.toByteArray();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

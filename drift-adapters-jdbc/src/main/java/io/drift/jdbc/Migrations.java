package io.drift.jdbc;

import io.drift.registry.store.StoreFailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Brings a database to the schema of this version. An older one is copied beside itself first; then all steps are one
 * transaction. One that is newer is refused.
 */
final class Migrations {

    private final List<String> steps;

    /**
     * The steps from nothing.
     *
     * @param steps the SQL that makes of each schema the next one
     */
    Migrations(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    static Migrations ofThisVersion() {
        return new Migrations(List.of(step(1), step(2)));
    }

    static String step(int number) {
        String name = "schema-" + number + ".sql";
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void run(Sql sql, Path database) {
        int version = (int) sql.number("pragma user_version");
        if (version > steps.size()) {
            throw new StoreFailureException("the database is of a newer version of Drift (schema " + version
                    + ", and this one knows " + steps.size() + "): start the newer one, or give another data folder");
        }
        if (version == steps.size()) {
            return;
        }
        if (version > 0) {
            copy(sql, database.resolveSibling("drift-schema-" + version + ".db"));
        }
        sql.execute("begin immediate");
        try {
            steps.subList(version, steps.size()).forEach(step -> runStep(step, sql));
            sql.execute("pragma user_version = " + steps.size());
            sql.execute("commit");
        } catch (RuntimeException failed) {
            sql.execute("rollback");
            throw failed;
        }
    }

    /** The driver runs one statement at a time. */
    private static void runStep(String step, Sql sql) {
        for (String statement : step.split(";\\s*\n")) {
            if (!statement.isBlank()) {
                sql.execute(statement);
            }
        }
    }

    /** A copy that a migration left before it failed is replaced: it is of the same schema. */
    private static void copy(Sql sql, Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException failed) {
            throw new StoreFailureException("the old copy " + copy + " cannot be replaced: remove it", failed);
        }
        sql.update("vacuum into ?", copy.toString());
    }
}

package io.drift.jdbc;

import io.drift.registry.store.SystemReads;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.SystemWrites;
import java.util.function.Function;

/** Stores that somebody else may work on meanwhile: nothing can be written. */
final class ReadOnlyStores implements SystemStores {

    private final Sql sql;

    private ReadOnlyStores(Sql sql) {
        this.sql = sql;
    }

    static ReadOnlyStores open(DataFolder folder, Migrations migrations) {
        Sql sql = Sql.open(folder.database());
        try {
            sql.execute("pragma query_only = on");
            migrations.refuseOtherVersions(sql);
            return new ReadOnlyStores(sql);
        } catch (RuntimeException failed) {
            sql.close();
            throw failed;
        }
    }

    @Override
    public synchronized <T> T read(Function<SystemReads, T> work) {
        sql.execute("begin");
        try {
            return work.apply(new SqliteSystems(sql));
        } finally {
            sql.execute("rollback");
        }
    }

    @Override
    public <T> T write(Function<SystemWrites, T> work) {
        throw new UnsupportedOperationException("these stores were opened to read");
    }

    @Override
    public void close() {
        sql.close();
    }
}

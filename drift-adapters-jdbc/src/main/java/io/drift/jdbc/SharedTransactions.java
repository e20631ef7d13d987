package io.drift.jdbc;

import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.SystemWrites;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Units of work that share transactions: a commit waits for the disk, so whoever gets the one connection for writing
 * also does the work of those who wait for it. A unit that fails is taken back alone; if the commit fails, all of them
 * have failed.
 */
final class SharedTransactions {

    private static final int MOST = 64;

    private final Sql sql;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Queue<Unit<?>> waiting = new ConcurrentLinkedQueue<>();

    SharedTransactions(Sql sql) {
        this.sql = sql;
    }

    /** Work that waits, runs, and then has an end. Used under the lock alone, once it waits. */
    private static final class Unit<T> {

        private final Function<SystemWrites, T> work;
        private @Nullable T result;
        private @Nullable RuntimeException failure;
        private boolean over;

        Unit(Function<SystemWrites, T> work) {
            this.work = work;
        }

        void run(Sql sql) {
            sql.execute("savepoint unit");
            try {
                result = work.apply(new SqliteSystems(sql));
            } catch (RuntimeException | Error failed) {
                failure = failureOf(failed);
                sql.execute("rollback to unit");
            }
            sql.execute("release unit");
        }

        void fail(RuntimeException why) {
            failure = failure == null ? why : failure;
        }
    }

    <T> T write(Function<SystemWrites, T> work) {
        Unit<T> unit = new Unit<>(work);
        waiting.add(unit);
        writing.lock();
        try {
            while (!unit.over) {
                runWaiting();
            }
            if (unit.failure != null) {
                throw unit.failure;
            }
            return unit.result;
        } finally {
            writing.unlock();
        }
    }

    private void runWaiting() {
        List<Unit<?>> units = new ArrayList<>();
        while (units.size() < MOST && !waiting.isEmpty()) {
            units.add(waiting.remove());
        }
        try {
            sql.execute("begin immediate");
            units.forEach(unit -> unit.run(sql));
            sql.execute("commit");
        } catch (RuntimeException | Error failed) {
            units.forEach(unit -> unit.fail(failureOf(failed)));
            rollBack();
        } finally {
            units.forEach(unit -> unit.over = true);
        }
    }

    private static RuntimeException failureOf(Throwable failed) {
        return failed instanceof RuntimeException known
                ? known
                : new StoreFailureException("nothing was kept: " + failed, failed);
    }

    /** A failure may have rolled back already, as a full disk does. */
    private void rollBack() {
        try {
            sql.execute("rollback");
        } catch (StoreFailureException alreadyDone) {
            return;
        }
    }
}

package io.drift.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.registry.contract.SystemStoresContract;
import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.SystemStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest extends SystemStoresContract {

    @TempDir
    Path folder;

    @Override
    protected SystemStores emptyStores() {
        return SqliteStores.open(folder.resolve("data"));
    }

    /** Does work while others wait that can only be done afterwards, together. */
    private static <T> Future<T> whileWaiting(Thread[] threads, int place, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        threads[place] = new Thread(task);
        threads[place].start();
        return task;
    }

    @Test
    void an_error_in_one_unit_of_work_is_its_own_failure() throws Exception {
        try (SystemStores stores = SqliteStores.open(folder.resolve("other"))) {
            Thread[] threads = new Thread[2];
            List<Future<String>> waiting = new ArrayList<>();
            stores.write(writes -> {
                waiting.add(whileWaiting(threads, 0, () -> stores.write(others -> "kept")));
                waiting.add(whileWaiting(
                        threads,
                        1,
                        () -> stores.write(others -> {
                            throw new StackOverflowError("deep");
                        })));
                while (!Stream.of(threads).allMatch(one -> one.getState() == Thread.State.WAITING)) {
                    Thread.onSpinWait();
                }
                return "first";
            });
            assertThat(waiting.get(0).get()).isEqualTo("kept");
            assertThatThrownBy(waiting.get(1)::get).cause().isInstanceOf(StoreFailureException.class);
        }
    }
}

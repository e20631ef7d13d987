package io.drift.registry.store;

import java.util.function.Function;

/**
 * Where systems are kept: units of work over a store. Thread-safe.
 *
 * <pre>{@code
 * SystemPage page = stores.read(reads -> reads.page(OrgId.LOCAL, SystemQuery.ALL));
 * }</pre>
 */
public interface SystemStores extends AutoCloseable {

    /**
     * Asks the store.
     *
     * @param work asks, and keeps nothing of what it was given
     * @param <T> what it finds
     * @return what it found
     * @throws StoreFailureException if the store cannot be read
     */
    <T> T read(Function<SystemReads, T> work);

    /**
     * Changes the store. When this returns, the change outlives the process and a loss of power; if it throws, nothing
     * was changed.
     *
     * @param work changes, and keeps nothing of what it was given; short, since only one runs at a time
     * @param <T> what it finds
     * @return what it found
     * @throws StoreFailureException if the store cannot be written
     */
    <T> T write(Function<SystemWrites, T> work);

    /** Closes what is behind it. */
    @Override
    void close();
}

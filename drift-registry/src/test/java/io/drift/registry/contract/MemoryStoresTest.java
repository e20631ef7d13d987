package io.drift.registry.contract;

import io.drift.registry.store.SystemStores;

class MemoryStoresTest extends SystemStoresContract {

    @Override
    protected SystemStores emptyStores() {
        return new MemoryStores();
    }
}

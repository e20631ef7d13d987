package io.drift.registry.contract;

import io.drift.registry.store.SystemStores;

class MemoryBaselinesTest extends BaselineStoresContract {

    @Override
    protected SystemStores emptyStores() {
        return new MemoryStores();
    }
}

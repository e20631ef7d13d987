package io.drift.jdbc;

import io.drift.registry.contract.BaselineStoresContract;
import io.drift.registry.store.SystemStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteBaselinesTest extends BaselineStoresContract {

    @TempDir
    Path folder;

    @Override
    protected SystemStores emptyStores() {
        return SqliteStores.open(folder.resolve("data"));
    }
}

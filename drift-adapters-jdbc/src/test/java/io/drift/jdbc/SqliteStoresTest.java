package io.drift.jdbc;

import io.drift.registry.contract.SystemStoresContract;
import io.drift.registry.store.SystemStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest extends SystemStoresContract {

    @TempDir
    Path folder;

    @Override
    protected SystemStores emptyStores() {
        return SqliteStores.open(folder.resolve("data"));
    }
}

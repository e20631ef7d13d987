package io.drift.examples.adapter;

import io.drift.core.port.SystemInventory;
import io.drift.testkit.SystemDocument;
import io.drift.testkit.junit.SystemInventoryContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class FolderInventoryContractTest extends SystemInventoryContract {

    @TempDir
    private Path folder;

    @Override
    protected SystemInventory inventoryWith(List<SystemDocument> systems) {
        try {
            for (SystemDocument system : systems) {
                Files.writeString(folder.resolve(system.id() + ".json"), system.asJson());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return new FolderInventory(folder);
    }
}

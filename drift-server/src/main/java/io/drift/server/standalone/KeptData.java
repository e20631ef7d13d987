package io.drift.server.standalone;

import io.drift.jdbc.SqliteStores;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoreFailureException;
import io.drift.registry.store.SystemStores;
import io.drift.server.exports.DataExport;
import io.drift.server.exports.DataImport;
import io.drift.server.exports.UnreadableExportException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a data folder keeps, as a whole: copied, written down and read again.
 *
 * <pre>{@code
 * new KeptData(Path.of("/var/lib/drift")).backUp(Path.of("drift-backup.db"));
 * }</pre>
 *
 * @param folder the data folder
 */
public record KeptData(Path folder) {

    /**
     * Copies the database, also while a server works on it.
     *
     * @param file where to
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file
     * @throws IOException if it cannot be written
     * @throws io.drift.registry.store.StoreFailureException if it cannot be copied; then there is no file
     */
    public void backUp(Path file) throws IOException {
        NewFile.write(file, unfinished -> SqliteStores.backUp(folder, unfinished));
    }

    /**
     * Writes everything down as JSON lines in a file, as {@link #export(OutputStream)} does.
     *
     * @param file where to
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file
     * @throws IOException if it cannot be written; then there is no file
     * @throws io.drift.registry.store.StoreFailureException if there is no database of this version
     */
    public void export(Path file) throws IOException {
        NewFile.write(file, unfinished -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                export(out);
            }
        });
    }

    /**
     * Writes everything down as JSON lines, as it was at one moment, also while a server works on it.
     *
     * @param out receives them; stays open
     * @throws IOException if it does not take them
     * @throws io.drift.registry.store.StoreFailureException if there is no database of this version
     */
    public void export(OutputStream out) throws IOException {
        try (SystemStores stores = SqliteStores.openToRead(folder)) {
            DataExport.write(stores, OrgId.LOCAL, out);
        }
    }

    /**
     * Keeps what was written down, or nothing of it: then a folder that was made for it is removed again.
     *
     * @param in the JSON lines
     * @return how much it was
     * @throws IOException if they cannot be read
     * @throws UnreadableExportException if they are no whole export, or the folder is not empty
     * @throws StoreFailureException if the folder cannot be used, as while a server works on it
     */
    public DataImport.Count importFrom(InputStream in) throws IOException, UnreadableExportException {
        boolean isNew = Files.notExists(folder);
        try (SystemStores stores = SqliteStores.open(folder)) {
            return DataImport.read(in, stores, OrgId.LOCAL);
        } catch (IOException | UnreadableExportException | RuntimeException refused) {
            if (isNew) {
                removeBecauseOf(refused);
            }
            throw refused;
        }
    }

    private void removeBecauseOf(Exception refused) {
        try {
            if (Files.exists(folder)) {
                SqliteStores.remove(folder);
            }
        } catch (StoreFailureException left) {
            refused.addSuppressed(left);
        }
    }
}

package io.drift.examples.adapter;

import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import io.drift.json.HostDocument;
import io.drift.json.SystemReader;
import io.drift.json.UnreadableJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** An inventory in a folder: each file {@code *.json} is a host with its {@code system_profile} and {@code tags}. */
public final class FolderInventory implements SystemInventory {

    private static final String SERVICE = "folder inventory";

    private final Path folder;
    private final SystemReader reader = new SystemReader(Reading.ARCHIVED);

    /**
     * An inventory over a folder, which is read anew for each request.
     *
     * @param folder where the files are
     */
    public FolderInventory(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<InventorySystem> find(List<String> ids, RequestContext context) {
        if (ids.isEmpty()) {
            return List.of();
        }
        if (context.cancellation().isCancelled()) {
            throw new DeadlineExceededException(SERVICE, "nobody waits for the " + SERVICE + " any more");
        }
        return files().stream()
                .map(this::read)
                .flatMap(Collection::stream)
                .filter(system -> ids.stream().anyMatch(system.id()::equalsIgnoreCase))
                .toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException unreadable) {
            throw new ServiceFailureException(SERVICE, "cannot list " + folder + ": is it a folder?", unreadable);
        }
    }

    private List<InventorySystem> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return reader.readAll(in).stream().map(document -> system(file, document)).toList();
        } catch (UnreadableJsonException wrong) {
            throw new ServiceFailureException(SERVICE, "mend or remove " + file + ": " + wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new ServiceFailureException(SERVICE, "cannot read " + file, unreadable);
        }
    }

    private static InventorySystem system(Path file, HostDocument document) {
        HostRecord host = document.host();
        if (host == null) {
            throw new ServiceFailureException(SERVICE, "mend or remove " + file + ": the host has no id");
        }
        return InventorySystem.of(host, document.profile(), document.tags());
    }
}

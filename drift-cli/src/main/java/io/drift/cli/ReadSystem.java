package io.drift.cli;

import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import io.drift.core.source.TimeStamp;
import io.drift.json.HostDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A machine as a file describes it: today, or some time ago.
 *
 * @param file the file
 * @param alone whether the file describes nothing else
 * @param document what it says
 */
record ReadSystem(InputFile file, boolean alone, HostDocument document) {

    @Nullable
    String id() {
        return document.host() == null ? null : document.host().id();
    }

    /** When it was like that; long ago if unknown. */
    Instant captured() {
        return TimeStamp.parse(capturedDate()).orElse(Instant.MIN);
    }

    private @Nullable String capturedDate() {
        return document.profile().header().capturedDate();
    }

    /** The name that people know it by, where the file has one. */
    private @Nullable String name() {
        HostRecord host = document.host();
        return host == null || host.name().equals(host.id()) ? null : host.name();
    }

    ColumnDraft asSystem() {
        return new ColumnDraft(file, alone, name(), id(), id(), this::system);
    }

    /** A historical profile of the same machine; its id is the machine's, so the column needs another one. */
    ColumnDraft asHistoryOf(ReadSystem system) {
        String name = name() == null ? system.name() : name();
        return new ColumnDraft(file, alone, name, null, capturedDate(), this::historicalProfile);
    }

    private InventorySystem system(String id, String name) {
        HostRecord host = document.host() == null ? HostRecord.of(name) : document.host();
        return InventorySystem.of(host.withId(id).withDisplayName(name), document.profile(), document.tags());
    }

    /** Unlike a historical profile of the platform it has the tags of its file, so that they are compared. */
    private FactSource historicalProfile(String id, String name) {
        RecordedProfile whole = document.profile().withFacts(system(id, name).facts());
        return new HistoricalProfile(id, name, id(), capturedDate(), whole);
    }
}

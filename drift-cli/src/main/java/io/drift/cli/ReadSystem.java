package io.drift.cli;

import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import io.drift.json.HostDocument;
import org.jspecify.annotations.Nullable;

/**
 * A machine as a file describes it: today, or some time ago.
 *
 * @param file the file
 * @param number which of the machines in the file it is, from 1; 0 if there is no other
 * @param document what it says
 * @param called what the file calls it where the document knows no name; null if it does not
 */
record ReadSystem(
        InputFile file,
        int number,
        HostDocument document,
        @Nullable String called) {

    @Nullable
    String id() {
        return document.host() == null ? null : document.host().id();
    }

    /** Whether this is what the server had of the other one at a moment: {@code web-1@-7d} of {@code web-1}. */
    boolean isMomentOf(ReadSystem other) {
        return !file.exists() && word().startsWith(other.word() + "@");
    }

    private String word() {
        return file.given().replaceFirst("^system:", "");
    }

    /** When it was like that. */
    FileDate date() {
        String captured = document.profile().header().capturedDate();
        return FileDate.of(
                captured, document.host() == null ? null : document.host().updated());
    }

    /** Where it was read, for people. */
    String where() {
        return number == 0 ? file.toString() : file + " (number " + number + ")";
    }

    String shownName() {
        String name = name();
        return name == null ? String.valueOf(id()) : name;
    }

    private boolean isAlone() {
        return number == 0;
    }

    /** The name that people know it by, where the file has one. */
    private @Nullable String name() {
        HostRecord host = document.host();
        return host == null || host.name().equals(host.id()) ? called : host.name();
    }

    ColumnDraft asSystem() {
        return new ColumnDraft(file, isAlone(), name(), id(), id(), this::system);
    }

    /** A historical profile of the same machine; its id is the machine's, so the column needs another one. */
    ColumnDraft asHistoryOf(ReadSystem system) {
        String name = name() == null ? system.name() : name();
        return new ColumnDraft(file, isAlone(), name, null, date().text(), this::historicalProfile);
    }

    private InventorySystem system(String id, String name) {
        HostRecord host = document.host() == null ? HostRecord.of(name) : document.host();
        return InventorySystem.of(host.withId(id).withDisplayName(name), document.profile(), document.tags());
    }

    /** Unlike a historical profile of the platform it has the tags of its file, so that they are compared. */
    private FactSource historicalProfile(String id, String name) {
        RecordedProfile whole = document.profile().withFacts(system(id, name).facts());
        return new HistoricalProfile(id, name, id(), date().text(), whole);
    }
}

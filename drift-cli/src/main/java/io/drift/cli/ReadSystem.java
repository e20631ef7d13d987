package io.drift.cli;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import io.drift.json.HostDocument;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A machine as a file describes it: today, or some time ago.
 *
 * @param file the file
 * @param word what the command line says of where it comes from; null for a file
 * @param number which of the machines in the file it is, from 1; 0 if there is no other
 * @param document what it says
 * @param called what the file calls it where the document knows no name; null if it does not
 */
record ReadSystem(
        InputFile file,
        @Nullable ColumnWord word,
        int number,
        HostDocument document,
        @Nullable String called) {

    private static final FactName FQDN = FactName.of("fqdn");
    private static final Pattern NETWORK_CARD = Pattern.compile("network_interfaces\\..*\\.mac_address");
    /** Those of the loopback, of the networks of containers, and of bridges, which many machines have. */
    private static final Pattern SHARED =
            Pattern.compile("(?i)00:00:00:00:00:00|02:42:.*|ee:ee:ee:ee:ee:ee|fe:ff:ff:ff:ff:ff");

    @Nullable
    String id() {
        return document.host() == null ? null : document.host().id();
    }

    /** Whether this is what the server had of the other one at a moment: {@code web-1@-7d} of {@code web-1}. */
    boolean isMomentOf(ReadSystem other) {
        return !file.exists() && name(file).startsWith(name(other.file) + "@");
    }

    /** Whether a machine was asked for it just now. */
    boolean isMachine() {
        return word instanceof ColumnWord.Here || word instanceof ColumnWord.Ssh;
    }

    /** Whether a server knows it. */
    boolean isOfServer() {
        return word instanceof ColumnWord.OnServer || word instanceof ColumnWord.Missing;
    }

    /** Its host name with domain. */
    @Nullable
    String fqdn() {
        FactValue ofProfile = document.profile().facts().value(FQDN);
        HostRecord host = document.host();
        return ofProfile == null ? host == null ? null : host.fqdn() : String.join(", ", ofProfile.texts());
    }

    /** The addresses of its network cards. */
    Set<String> networkCards() {
        return document.profile().facts().asMap().entrySet().stream()
                .filter(fact -> fact.getValue() != null
                        && NETWORK_CARD.matcher(fact.getKey().toString()).matches())
                .flatMap(fact -> fact.getValue().texts().stream())
                .filter(address -> !SHARED.matcher(address).matches())
                .collect(Collectors.toSet());
    }

    private static String name(InputFile file) {
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
        return new ColumnDraft(
                file,
                isAlone(),
                name,
                null,
                date().text(),
                (id, columnName) -> historicalProfile(id, columnName, system.id()));
    }

    private InventorySystem system(String id, String name) {
        HostRecord host = document.host() == null ? HostRecord.of(name) : document.host();
        return InventorySystem.of(host.withId(id).withDisplayName(name), document.profile(), document.tags());
    }

    /** Unlike a historical profile of the platform it has the tags of its file, so that they are compared. */
    private FactSource historicalProfile(String id, String name, @Nullable String systemId) {
        RecordedProfile whole = document.profile().withFacts(system(id, name).facts());
        return new HistoricalProfile(id, name, systemId, date().text(), whole);
    }
}

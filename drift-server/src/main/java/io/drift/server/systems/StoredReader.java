package io.drift.server.systems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.port.Cancellation;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import io.drift.json.HostDocument;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.systems.Staleness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads kept systems and states for one comparison. */
final class StoredReader {

    private static final FactName FQDN = FactName.of("fqdn");

    /** Some hundred systems have so much, as they are kept. */
    private static final long MOST_WAITING = 4L << 20;

    private final Staleness staleness;
    private final RecentDocuments.OfOneFind documents;

    StoredReader(Reading reading, Staleness staleness, RecentDocuments recent, Cancellation cancellation) {
        this.staleness = staleness;
        this.documents = recent.forFind(reading, cancellation);
    }

    /**
     * Reads kept states, each by itself, on all processors.
     *
     * @param ids in the order of the result
     * @param states tells those that there are
     * @param idOf tells which of the ids one has
     * @param reading is called for each
     */
    <T> List<T> readAll(
            List<UUID> ids,
            Consumer<Consumer<KnownState>> states,
            Function<KnownState, UUID> idOf,
            Function<KnownState, T> reading) {
        Map<UUID, T> read = new ConcurrentHashMap<>();
        Waiting waiting = new Waiting(known -> read.put(idOf.apply(known), reading.apply(known)));
        states.accept(waiting);
        waiting.readAll();
        documents.hold();
        return ids.stream().distinct().filter(read::containsKey).map(read::get).toList();
    }

    /** States that are read together, and so are held at once: nearly always all of a comparison, and never much memory. */
    private static final class Waiting implements Consumer<KnownState> {

        private final Consumer<KnownState> reading;
        private final List<KnownState> states = new ArrayList<>();
        private long bytes;

        Waiting(Consumer<KnownState> reading) {
            this.reading = reading;
        }

        @Override
        public void accept(KnownState known) {
            states.add(known);
            bytes += known.content().size();
            if (bytes > MOST_WAITING) {
                readAll();
            }
        }

        void readAll() {
            states.parallelStream().forEach(reading);
            states.clear();
            bytes = 0;
        }
    }

    InventorySystem system(KnownState known) {
        ObjectNode members = members(known);
        members.set("tags", SystemDocument.tags(known.system().labels().tagsOrNone()));
        HostDocument document = read(members, known);
        return InventorySystem.of(record(known.system()), document.profile(), document.tags());
    }

    private HostRecord record(StoredSystem system) {
        return new HostRecord(
                system.id().toString(),
                system.name(),
                system.current().fqdn(),
                SystemDocument.stamp(system.checkIns().last()),
                SystemDocument.stamp(staleness.warningAt(system.checkIns().last())));
    }

    /** A state has the host name of its time. Which tags the system had then, nobody knows. */
    HistoricalProfile state(KnownState known) {
        RecordedProfile profile = read(members(known), known).profile();
        String fqdn = known.state().fqdn();
        if (fqdn != null
                && (profile.reading() == Reading.ARCHIVED || profile.facts().value(FQDN) == null)) {
            profile = profile.withFacts(
                    profile.facts().with(new FactRecorder().record(FQDN, fqdn).end()));
        }
        if (profile.reading() == Reading.EXACT) {
            profile = profile.withLookedAt(profile.lookedAt().withExcept(List.of("tags")));
        }
        return new HistoricalProfile(
                known.state().id().toString(),
                known.system().name(),
                known.system().id().toString(),
                SystemDocument.text(known.state().captured()),
                profile);
    }

    private static ObjectNode members(KnownState known) {
        return SystemDocument.JSON
                .createObjectNode()
                .put("id", known.system().id().toString());
    }

    private HostDocument read(ObjectNode members, KnownState known) {
        String captured = SystemDocument.text(known.state().captured());
        try {
            return documents.read(members, captured, known.content());
        } catch (IOException unreadable) {
            throw new ServiceFailureException(
                    "store", "the kept profile " + known.state().id() + " cannot be read", unreadable);
        }
    }
}

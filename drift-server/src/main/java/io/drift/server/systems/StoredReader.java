package io.drift.server.systems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
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
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Reads kept systems and states for one comparison. */
final class StoredReader {

    private static final FactName FQDN = FactName.of("fqdn");

    private final Staleness staleness;
    private final RecentDocuments.OfOneComparison documents;

    StoredReader(Reading reading, Staleness staleness, RecentDocuments recent) {
        this.staleness = staleness;
        this.documents = recent.forComparison(reading);
    }

    /** Reads kept states, each by itself, on all processors. */
    <T> List<T> readAll(Collection<KnownState> states, Function<KnownState, T> reading) {
        List<T> all = states.parallelStream().map(reading).toList();
        documents.hold();
        return all;
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

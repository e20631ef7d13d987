package io.drift.core.comparison;

import io.drift.core.fact.CodePointOrder;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.SourceKind;
import io.drift.core.source.TimeStamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The sources in the order in which the header of a report names them, which is not that of its columns. */
final class ReportHeader {

    private final List<Baseline> baselines;
    private final List<FactSource> systems;
    private final List<HistoricalProfile> historicalProfiles;

    ReportHeader(List<? extends FactSource> given) {
        baselines = only(Baseline.class, given).toList();
        systems = given.stream()
                .filter(source -> source.kind() == SourceKind.SYSTEM || source.kind() == SourceKind.OTHER)
                .<FactSource>map(source -> source)
                .sorted((left, right) -> CodePointOrder.INSTANCE.compare(left.name(), right.name()))
                .toList();
        historicalProfiles = only(HistoricalProfile.class, given)
                .sorted((left, right) -> captured(right).compareTo(captured(left)))
                .toList();
    }

    private static <T extends FactSource> Stream<T> only(Class<T> type, List<? extends FactSource> given) {
        return given.stream().filter(type::isInstance).map(type::cast);
    }

    private static Instant captured(HistoricalProfile profile) {
        return TimeStamp.parse(profile.capturedDate()).orElse(Instant.MIN);
    }

    List<Baseline> baselines() {
        return baselines;
    }

    List<FactSource> systems() {
        return systems;
    }

    List<HistoricalProfile> historicalProfiles() {
        return historicalProfiles;
    }

    List<FactSource> all() {
        return Stream.of(baselines, systems, historicalProfiles)
                .<FactSource>flatMap(List::stream)
                .toList();
    }
}

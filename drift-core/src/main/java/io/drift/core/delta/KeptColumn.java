package io.drift.core.delta;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.profile.LookedAt;
import io.drift.core.source.FactSource;
import io.drift.core.source.SourceKind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column of a report that was kept.
 *
 * <pre>{@code
 * KeptColumn web = new KeptColumn("web-1", "web-1", SourceKind.SYSTEM, LookedAt.everything());
 * }</pre>
 *
 * @param id its id
 * @param name its name
 * @param kind what it is
 * @param lookedAt which facts it looked at
 */
public record KeptColumn(String id, String name, SourceKind kind, LookedAt lookedAt) {

    static List<KeptColumn> of(ComparisonReport report) {
        List<FactSource> sources = report.columns();
        return IntStream.range(0, sources.size())
                .mapToObj(column -> new KeptColumn(
                        sources.get(column).id(),
                        sources.get(column).name(),
                        sources.get(column).kind(),
                        report.lookedAt(column)))
                .toList();
    }

    /** A source of a caller's own is written as a system. */
    SourceKind comparedKind() {
        return kind == SourceKind.OTHER ? SourceKind.SYSTEM : kind;
    }
}

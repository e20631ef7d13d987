package io.drift.core.analysis;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.Machine;
import io.drift.core.source.FactSource;
import io.drift.core.source.InventorySystem;
import io.drift.core.source.SourceKind;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machines of a report, each by one of its columns; baselines and older profiles are no machines of their own. */
final class Fleet {

    private final ComparisonReport report;
    private final int[] columns;

    private Fleet(ComparisonReport report, int[] columns) {
        this.report = report;
        this.columns = columns;
    }

    static Fleet of(ComparisonReport report) {
        Map<FactSource, Integer> numbers = new IdentityHashMap<>();
        report.columns().forEach(source -> numbers.put(source, numbers.size()));
        int[] columns = report.machines().stream()
                .flatMap(machine -> newest(machine).stream())
                .mapToInt(numbers::get)
                .sorted()
                .toArray();
        return new Fleet(report, columns);
    }

    private static Optional<FactSource> newest(Machine machine) {
        return machine.columns().stream()
                .filter(source -> source.kind() != SourceKind.HISTORICAL_PROFILE)
                .findFirst()
                .or(() -> machine.columns().stream().findFirst())
                .filter(Fleet::hasProfile);
    }

    private static boolean hasProfile(FactSource source) {
        return !(source instanceof InventorySystem system) || system.profile().exists();
    }

    int machines() {
        return columns.length;
    }

    /** The column of a machine. */
    int column(int machine) {
        return columns[machine];
    }

    FleetFact fact(FactComparison fact) {
        return new FleetFact(fact, columns);
    }

    /** All facts, a view. */
    List<FactComparison> facts() {
        return report.comparisons();
    }
}

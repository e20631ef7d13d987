package io.drift.core.comparison;

import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.SourceId;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The machines of a comparison, and how they stand to each other in a fact that each has for itself (Q37). */
final class Machines {

    private final Columns columns;
    /** The columns of each machine, by the machine's id. */
    private final Map<SourceId, BitSet> columnsOf = new LinkedHashMap<>();

    Machines(Columns columns) {
        this.columns = columns;
        for (int column = 0; column < columns.size(); column++) {
            if (!columns.isBaseline(column)) {
                columnsOf
                        .computeIfAbsent(idOf(columns.sources().get(column)), any -> new BitSet())
                        .set(column);
            }
        }
    }

    private static SourceId idOf(FactSource source) {
        String systemId = source instanceof HistoricalProfile profile ? profile.systemId() : null;
        return SourceId.of(systemId == null ? source.id() : systemId);
    }

    List<Machine> list() {
        return columnsOf.entrySet().stream()
                .map(machine -> new Machine(
                        machine.getKey().toString(),
                        machine.getValue().stream()
                                .mapToObj(columns.sources()::get)
                                .toList()))
                .toList();
    }

    /**
     * The state of a fact that is expected to be unique.
     *
     * @param values the values of the fact
     * @param setAside the columns that are not looked at
     */
    ComparisonState stateOf(CellValues values, BitSet setAside) {
        Set<Object> seen = new HashSet<>();
        boolean incomplete = false;
        boolean any = false;
        for (BitSet all : columnsOf.values()) {
            BitSet ofMachine = (BitSet) all.clone();
            ofMachine.andNot(setAside);
            if (!ofMachine.isEmpty()) {
                any = true;
                int first = ofMachine.nextSetBit(0);
                if (!isOneValue(first, ofMachine, values) || differsFromBaseline(first, values, setAside)) {
                    return ComparisonState.DIFFERENT;
                }
                if (values.isMissing(first)) {
                    incomplete = true;
                } else if (!seen.add(values.key(first))) {
                    return ComparisonState.DIFFERENT;
                }
            }
        }
        if (!any && baselinesDiffer(values, setAside)) {
            return ComparisonState.DIFFERENT;
        }
        return incomplete ? ComparisonState.INCOMPLETE_DATA : ComparisonState.SAME;
    }

    /** Where there is no machine, baselines are compared with each other. */
    private boolean baselinesDiffer(CellValues values, BitSet setAside) {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.isBaseline(column) && !setAside.get(column) && !values.isMissing(column))
                .anyMatch(baseline -> differsFromBaseline(baseline, values, setAside));
    }

    private static boolean isOneValue(int first, BitSet ofMachine, CellValues values) {
        return ofMachine.stream().allMatch(column -> values.isSame(first, column));
    }

    /** A baseline without the fact takes no part. */
    private boolean differsFromBaseline(int column, CellValues values, BitSet setAside) {
        for (int baseline = 0; baseline < columns.size(); baseline++) {
            if (columns.isBaseline(baseline)
                    && !setAside.get(baseline)
                    && !values.isMissing(baseline)
                    && !values.isSame(baseline, column)) {
                return true;
            }
        }
        return false;
    }
}

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

    private final int[][] columnsOfEach;
    private final int[] baselines;

    Machines(Columns columns) {
        this.columns = columns;
        for (int column = 0; column < columns.size(); column++) {
            if (!columns.isBaseline(column)) {
                columnsOf
                        .computeIfAbsent(idOf(columns.sources().get(column)), any -> new BitSet())
                        .set(column);
            }
        }
        columnsOfEach = columnsOf.values().stream()
                .map(ofMachine -> ofMachine.stream().toArray())
                .toArray(int[][]::new);
        baselines =
                IntStream.range(0, columns.size()).filter(columns::isBaseline).toArray();
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
        for (int[] ofMachine : columnsOfEach) {
            int first = firstLookedAt(ofMachine, setAside);
            if (first >= 0) {
                any = true;
                if (!isOneValue(first, ofMachine, values, setAside) || differsFromBaseline(first, values, setAside)) {
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

    private static int firstLookedAt(int[] ofMachine, BitSet setAside) {
        for (int column : ofMachine) {
            if (!setAside.get(column)) {
                return column;
            }
        }
        return Columns.NONE;
    }

    private static boolean isOneValue(int first, int[] ofMachine, CellValues values, BitSet setAside) {
        for (int column : ofMachine) {
            if (column != first && !setAside.get(column) && !values.isSame(first, column)) {
                return false;
            }
        }
        return true;
    }

    /** Where there is no machine, baselines are compared with each other. */
    private boolean baselinesDiffer(CellValues values, BitSet setAside) {
        return IntStream.of(baselines)
                .filter(baseline -> !setAside.get(baseline) && !values.isMissing(baseline))
                .anyMatch(baseline -> differsFromBaseline(baseline, values, setAside));
    }

    /** A baseline without the fact takes no part. */
    private boolean differsFromBaseline(int column, CellValues values, BitSet setAside) {
        for (int baseline : baselines) {
            if (!setAside.get(baseline) && !values.isMissing(baseline) && !values.isSame(baseline, column)) {
                return true;
            }
        }
        return false;
    }
}

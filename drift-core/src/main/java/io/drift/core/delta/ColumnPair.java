package io.drift.core.delta;

import io.drift.core.source.SourceId;
import io.drift.core.source.SourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A column of two reports: the same id and kind, else the same name and kind, if no other column has it.
 *
 * <pre>{@code
 * boolean isNewMachine = pair.before() == ColumnPair.NONE;
 * }</pre>
 *
 * @param before its number in the earlier report, or {@link #NONE}
 * @param now its number in the later report, or {@link #NONE}
 * @param id its id, in the later report if it has the column
 * @param name its name, in the later report if it has the column
 */
public record ColumnPair(int before, int now, String id, String name) {

    /** The number of a column that is not in the report. */
    public static final int NONE = -1;

    /** What columns are matched by. */
    private record Key(SourceKind kind, Object text) {}

    /** All columns of two reports: those of the later one in their order, then those that only the earlier one has. */
    static List<ColumnPair> of(List<KeptColumn> before, List<KeptColumn> now) {
        int[] partner = new int[now.size()];
        Arrays.fill(partner, NONE);
        Set<Integer> taken = new HashSet<>();
        match(before, now, column -> SourceId.of(column.id()), partner, taken);
        match(before, now, KeptColumn::name, partner, taken);
        List<ColumnPair> pairs = new ArrayList<>();
        for (int column = 0; column < partner.length; column++) {
            KeptColumn own = now.get(column);
            pairs.add(new ColumnPair(partner[column], column, own.id(), own.name()));
        }
        for (int column = 0; column < before.size(); column++) {
            if (!taken.contains(column)) {
                pairs.add(new ColumnPair(
                        column,
                        NONE,
                        before.get(column).id(),
                        before.get(column).name()));
            }
        }
        return List.copyOf(pairs);
    }

    private static void match(
            List<KeptColumn> before,
            List<KeptColumn> now,
            Function<KeptColumn, Object> by,
            int[] partner,
            Set<Integer> taken) {
        Map<Key, List<Integer>> earlier = places(before, by, taken);
        Set<Integer> matched = new HashSet<>();
        for (int column = 0; column < partner.length; column++) {
            if (partner[column] != NONE) {
                matched.add(column);
            }
        }
        places(now, by, matched).forEach((key, places) -> {
            List<Integer> others = earlier.getOrDefault(key, List.of());
            if (places.size() == 1 && others.size() == 1) {
                partner[places.get(0)] = others.get(0);
                taken.add(others.get(0));
            }
        });
    }

    private static Map<Key, List<Integer>> places(
            List<KeptColumn> columns, Function<KeptColumn, Object> by, Set<Integer> taken) {
        Map<Key, List<Integer>> places = new HashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            KeptColumn one = columns.get(column);
            if (!taken.contains(column)) {
                places.computeIfAbsent(new Key(one.comparedKind(), by.apply(one)), any -> new ArrayList<>())
                        .add(column);
            }
        }
        return places;
    }
}

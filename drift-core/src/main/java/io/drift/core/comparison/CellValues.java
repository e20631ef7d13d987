package io.drift.core.comparison;

import io.drift.core.fact.CodePointOrder;
import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a row are equal, under exact rules. Several values are a set: their order does not count. A package in a
 * baseline that has no epoch stands for the package with any epoch, since baselines of the platform have none (Q41).
 */
final class CellValues {

    static final String PACKAGES = "installed_packages";

    private final FactRow row;
    private final Columns columns;
    private final boolean anyEpoch;

    CellValues(FactRow row, Columns columns) {
        this.row = row;
        this.columns = columns;
        this.anyEpoch = columns.hasBaselines() && PACKAGES.equals(row.name().group());
    }

    boolean isMissing(int column) {
        return row.isMissing(column);
    }

    /** Whether two columns have the same value; missing counts as a value. */
    boolean isSame(int column, int other) {
        if (row.isSame(column, other)) {
            return true;
        }
        if (columns.isBaseline(column) != columns.isBaseline(other)) {
            return columns.isBaseline(column) ? fits(column, other) : fits(other, column);
        }
        return row.isMultiValued() && key(column).equals(key(other));
    }

    /** Whether what a baseline wants is what a column has, no more and no less. */
    private boolean fits(int baseline, int column) {
        if (!anyEpoch) {
            String wanted = row.text(baseline);
            String found = row.text(column);
            return row.isMultiValued()
                    ? key(baseline).equals(key(column))
                    : wanted != null && found != null && StoredNotation.isSame(row.name(), wanted, found);
        }
        return fitsAnyEpoch(baseline, column);
    }

    private boolean fitsAnyEpoch(int baseline, int column) {
        List<String> wanted = texts(baseline);
        List<String> found = texts(column);
        return found.stream().allMatch(text -> wanted.stream().anyMatch(one -> fits(one, text)))
                && wanted.stream().allMatch(one -> found.stream().anyMatch(text -> fits(one, text)));
    }

    private static boolean fits(String wanted, String found) {
        return wanted.equals(found)
                || wanted.equals("0:" + found)
                || epoch(wanted) == 0 && wanted.equals(found.substring(epoch(found)));
    }

    /** The length of the epoch in front of a version, its colon included; 0 if there is none. */
    static int epoch(String version) {
        int end = 0;
        while (end < version.length() && version.charAt(end) >= '0' && version.charAt(end) <= '9') {
            end++;
        }
        return end > 0 && end < version.length() && version.charAt(end) == ':' ? end + 1 : 0;
    }

    private List<String> texts(int column) {
        FactValue value = row.value(column);
        return value == null ? List.of() : value.texts();
    }

    /** What is equal for equal values, the epochs that baselines lack aside. */
    Object key(int column) {
        FactValue value = row.value(column);
        return row.isMultiValued() || value == null ? Set.copyOf(new HashSet<>(texts(column))) : value;
    }

    /** The different values, each once; a value of a baseline is that of the first machine that it fits. */
    DistinctValues distinct(BitSet setAside) {
        DistinctValues texts = row.distinctValues(setAside);
        return row.isMultiValued() || columns.hasBaselines() ? new MergedValues(row, columns, texts).all() : texts;
    }

    /** Each different text, sorted, with the columns that have it. */
    Map<String, BitSet> owners() {
        Map<String, BitSet> owners = new TreeMap<>(CodePointOrder.INSTANCE);
        for (int column = 0; column < row.columns(); column++) {
            if (!anyEpoch || !columns.isBaseline(column)) {
                addOwner(column, owners);
            }
        }
        if (anyEpoch) {
            addBaselines(owners);
        }
        return owners;
    }

    private void addOwner(int column, Map<String, BitSet> owners) {
        texts(column)
                .forEach(text ->
                        owners.computeIfAbsent(text, any -> new BitSet()).set(column));
    }

    /** A baseline has the texts that fit what it wants; what fits nothing is a text of its own. */
    private void addBaselines(Map<String, BitSet> owners) {
        List<String> found = new ArrayList<>(owners.keySet());
        for (int column = 0; column < row.columns(); column++) {
            if (columns.isBaseline(column)) {
                for (String wanted : texts(column)) {
                    List<String> fitting =
                            found.stream().filter(text -> fits(wanted, text)).toList();
                    for (String text : fitting.isEmpty() ? List.of(wanted) : fitting) {
                        owners.computeIfAbsent(text, any -> new BitSet()).set(column);
                    }
                }
            }
        }
    }

    /** A column's text as it is shown where there is one text at most: empty where it is missing. */
    @Nullable
    String shown(int column) {
        return row.isMissing(column) ? "" : row.text(column);
    }
}

package io.drift.cli;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.CodePointOrder;
import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of one fact say. Where values differ, those that all columns have are only counted, so that the others
 * are seen first.
 */
final class RowContents {

    private final FactComparison fact;
    private final List<FactSource> sources;
    private final CellNotation notation;
    private final Set<String> inAll;

    private RowContents(FactComparison fact, List<FactSource> sources) {
        this.fact = fact;
        this.sources = sources;
        this.notation = looksAlike(fact) ? CellNotation.QUOTED : CellNotation.PLAIN;
        this.inAll = fact.state() == ComparisonState.DIFFERENT && fact.isMultiValued() ? inAll() : Set.of();
    }

    /**
     * What the cells say.
     *
     * @param fact the fact
     * @param columns the columns in the order in which they are printed
     * @param sources the columns of the report
     */
    static List<CellContent> of(FactComparison fact, List<Integer> columns, List<FactSource> sources) {
        RowContents row = new RowContents(fact, sources);
        Map<FactValue, CellContent> known = new IdentityHashMap<>();
        return columns.stream()
                .map(column -> {
                    FactValue value = fact.value(column);
                    return value == null ? row.none(column) : known.computeIfAbsent(value, row::content);
                })
                .toList();
    }

    private CellContent none(int column) {
        if (!fact.isLookedAt(column)) {
            return CellContent.none(CellNotation.NOT_LOOKED_AT);
        }
        return CellContent.none(SkippedParts.hasProfile(sources.get(column)) ? CellNotation.MISSING : "");
    }

    private CellContent content(FactValue value) {
        SortedSet<String> all = texts(value);
        List<String> own = all.stream().filter(text -> !inAll.contains(text)).toList();
        Stream<String> ownFirst = Stream.concat(own.stream(), all.stream().filter(inAll::contains));
        return new CellContent(joined(ownFirst), joined(own.stream()), own.size(), all.size() - own.size());
    }

    /** Several values are a set: their order says nothing. */
    private static SortedSet<String> texts(@Nullable FactValue value) {
        SortedSet<String> texts = new TreeSet<>(CodePointOrder.INSTANCE);
        texts.addAll(value == null ? List.of() : value.texts());
        return texts;
    }

    private String joined(Stream<String> texts) {
        return texts.map(notation::of).collect(Collectors.joining(CellContent.SEVERAL));
    }

    private Set<String> inAll() {
        Set<String> common = null;
        for (int column = 0; column < fact.columns(); column++) {
            if (SkippedParts.hasProfile(sources.get(column)) && fact.isLookedAt(column)) {
                SortedSet<String> texts = texts(fact.value(column));
                if (common == null) {
                    common = texts;
                } else {
                    common.retainAll(texts);
                }
            }
        }
        return common == null ? Set.of() : common;
    }

    /** Whether different values are written alike, or so that people cannot tell them apart. */
    private static boolean looksAlike(FactComparison fact) {
        Set<FactValue> values = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<SortedSet<String>> different = new HashSet<>();
        Set<String> appearances = new HashSet<>();
        for (int column = 0; column < fact.columns(); column++) {
            FactValue value = fact.value(column);
            if (value != null && values.add(value) && different.add(texts(value))) {
                String plain = texts(value).stream()
                        .map(CellNotation.PLAIN::of)
                        .collect(Collectors.joining(CellContent.SEVERAL));
                appearances.add(CellNotation.appearance(plain));
            }
        }
        return appearances.size() < different.size();
    }
}

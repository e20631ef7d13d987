package io.drift.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts the cells of a row so that those that differ look different: around the place where they begin to differ; those
 * that look alike then, around the place where they begin to differ from each other, too; and so on. What looks alike
 * even then gets numbers, the same for the same.
 */
final class RowCut {

    private final List<CellContent> contents;
    private final int[] widths;
    private final String[] cells;

    private RowCut(List<CellContent> contents, int[] widths) {
        this.contents = contents;
        this.widths = widths;
        this.cells = new String[widths.length];
    }

    /**
     * Cuts a row.
     *
     * @param contents what its cells say
     * @param widths how wide each may be
     * @return what is shown of each
     */
    static List<String> of(List<CellContent> contents, int[] widths) {
        RowCut row = new RowCut(contents, widths);
        row.cut(IntStream.range(0, widths.length).boxed().toList(), List.of());
        row.cells().values().forEach(row::number);
        return List.of(row.cells);
    }

    /** The places of cells, by what these show. */
    private Map<String, List<Integer>> cells() {
        return lookingAlike(IntStream.range(0, cells.length).boxed().toList());
    }

    private Map<String, List<Integer>> lookingAlike(List<Integer> places) {
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        places.forEach(place ->
                alike.computeIfAbsent(cells[place], any -> new ArrayList<>()).add(place));
        return alike;
    }

    private void cut(List<Integer> places, List<Integer> seenBefore) {
        List<Integer> seen = with(firstDifference(places), seenBefore);
        places.forEach(place -> cells[place] = contents.get(place).cut(widths[place], seen));
        if (seen.size() > seenBefore.size()) {
            for (List<Integer> alike : lookingAlike(places).values()) {
                if (texts(alike).size() > 1) {
                    cut(alike, seen);
                }
            }
        }
    }

    private static List<Integer> with(int place, List<Integer> places) {
        return Stream.concat(places.stream(), Stream.of(place))
                .distinct()
                .sorted()
                .toList();
    }

    private Set<String> texts(List<Integer> places) {
        Set<String> texts = new LinkedHashSet<>();
        places.forEach(place -> {
            if (contents.get(place).count() > 0) {
                texts.add(contents.get(place).own());
            }
        });
        return texts;
    }

    private int firstDifference(List<Integer> places) {
        List<String> texts = List.copyOf(texts(places));
        return texts.stream()
                .skip(1)
                .mapToInt(text -> CellText.commonStart(texts.get(0), text))
                .min()
                .orElse(0);
    }

    private void number(List<Integer> alike) {
        List<String> texts = new ArrayList<>(texts(alike));
        if (texts.size() > 1) {
            for (int place : alike) {
                CellContent content = contents.get(place);
                String number = "#" + (texts.indexOf(content.own()) + 1);
                int room = Math.max(0, widths[place] - CellText.width(number));
                cells[place] = CellText.cut(CellText.cut(content.own(), room) + number, widths[place]);
            }
        }
    }
}

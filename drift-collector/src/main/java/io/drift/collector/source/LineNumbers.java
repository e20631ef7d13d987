package io.drift.collector.source;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of a file that were not understood, for people: by their numbers, because their text may be a secret. */
final class LineNumbers {

    private static final int FEW = 5;

    private LineNumbers() {}

    /**
     * A sentence on them.
     *
     * @param numbers at least one
     * @param nothing what they are: {@code no package}
     */
    static String inWords(List<Integer> numbers, String nothing) {
        String first = numbers.stream().limit(FEW).map(String::valueOf).collect(Collectors.joining(", "));
        String more = numbers.size() > FEW ? " and " + (numbers.size() - FEW) + " more" : "";
        return numbers.size() == 1
                ? "line " + first + " is " + nothing + " and was left out"
                : "lines " + first + more + " are " + nothing + " and were left out";
    }
}

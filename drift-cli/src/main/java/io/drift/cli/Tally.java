package io.drift.cli;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import java.util.List;

/**
 * How many facts there are, and in which states.
 *
 * @param facts all of them
 * @param different those that differ
 * @param incomplete those that could not be compared everywhere
 */
record Tally(int facts, int different, int incomplete) {

    static final Tally NONE = new Tally(0, 0, 0);

    static Tally of(List<FactComparison> facts) {
        int different = 0;
        int same = 0;
        for (FactComparison fact : facts) {
            different += fact.state() == ComparisonState.DIFFERENT ? 1 : 0;
            same += fact.state() == ComparisonState.SAME ? 1 : 0;
        }
        return new Tally(facts.size(), different, facts.size() - different - same);
    }

    Tally plus(Tally other) {
        return new Tally(facts + other.facts, different + other.different, incomplete + other.incomplete);
    }

    boolean allSame() {
        return different + incomplete == 0;
    }

    /** In few words: {@code 12 of 118 differ, 2 incomplete}. */
    String words() {
        return allSame() ? String.valueOf(facts) : differences(" of " + facts);
    }

    /**
     * As a sentence, which never says only that nothing differs where something was not looked at.
     *
     * @param notCompared how many parts could not be compared
     * @param notRead how many files could not be read
     */
    String sentence(int notCompared, int notRead) {
        String parts = notCompared == 0 ? "" : "; " + counted(notCompared, "part") + " could not be compared";
        String files = notRead == 0 ? "" : "; " + counted(notRead, "file") + " could not be read";
        return ofFacts() + parts + files + ".";
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String ofFacts() {
        if (facts == 0) {
            return "there is no fact to compare";
        }
        String of = counted(facts, "fact");
        return allSame() ? "nothing differs in " + of : differences(" of " + of);
    }

    private String differences(String ofAll) {
        String differ = different + ofAll + (different == 1 ? " differs" : " differ");
        return incomplete == 0
                ? differ
                : differ + ", " + incomplete + (incomplete == 1 ? " is" : " are") + " incomplete";
    }
}

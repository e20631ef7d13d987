package io.drift.core.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What of a report is written.
 *
 * <pre>{@code
 * Optional<ReportWriter> odd = new ReportJson().inView(ReportView.OUTLIERS);
 * }</pre>
 */
public enum ReportView {
    /** What each column says of each fact. */
    CELLS,
    /** Which values there are, and who has which. */
    GROUPS,
    /** Which machine is the odd one, and why. */
    OUTLIERS,
    /** Which machines are the same. */
    CLUSTERS;

    /**
     * That of a word.
     *
     * @param word in any case
     * @return empty if there is none
     */
    public static Optional<ReportView> of(String word) {
        return Arrays.stream(values())
                .filter(view -> view.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /**
     * All words.
     *
     * @return in their order
     */
    public static List<String> words() {
        return Arrays.stream(values()).map(ReportView::word).toList();
    }

    /** As people write it, {@code outliers}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word. */
    @Override
    public String toString() {
        return word();
    }
}

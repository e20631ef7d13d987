package io.drift.json.page;

import io.drift.core.analysis.Outlier;
import io.drift.core.analysis.OutlierReason;
import io.drift.core.analysis.Outliers;
import io.drift.core.analysis.Usual;
import io.drift.core.comparison.ComparisonReport;
import java.util.List;
import java.util.Locale;

/**
 * A machine that is odd, and why.
 *
 * @param rank 1 for the oddest
 * @param score how odd it is
 * @param name what it is called
 * @param reasons the first ones
 */
record OddMachine(String rank, String score, String name, List<String> reasons) {

    private static final int FEW = 10;
    private static final int FEW_REASONS = 3;

    /** The ten oddest; none if there are too few machines. */
    static List<OddMachine> first(ComparisonReport report, ValuesText values) {
        return of(Outliers.of(report), FEW, FEW_REASONS, values);
    }

    /**
     * The oddest; machines that are as their peers are not among them.
     *
     * @param most how many at most
     * @param mostReasons how many reasons each tells; the first ones
     */
    static List<OddMachine> of(Outliers outliers, int most, int mostReasons, ValuesText values) {
        return outliers.list().stream()
                .limit(most)
                .filter(outlier -> !outlier.reasons().isEmpty())
                .map(outlier -> of(outlier, mostReasons, values))
                .toList();
    }

    private static OddMachine of(Outlier outlier, int mostReasons, ValuesText values) {
        return new OddMachine(
                String.valueOf(outlier.rank()),
                String.format(Locale.ROOT, "%.1f", outlier.score()),
                values.columns().names().get(outlier.column()),
                outlier.reasons().stream()
                        .limit(mostReasons)
                        .map(reason -> words(reason, values))
                        .toList());
    }

    private static String words(OutlierReason reason, ValuesText values) {
        Usual usual = reason.usual();
        String name = values.columns().markup().name(reason.fact().toString());
        String peers = usual == null
                ? ""
                : " (" + usual.have() + " of " + usual.of() + " peers: " + values.shown(usual.value()) + ")";
        String also = reason.also().isEmpty() ? "" : " and " + reason.also().size() + " more with the same change";
        return name + ": "
                + values.columns().markup().odd(values.shown(reason.odd().value())) + peers + also;
    }
}

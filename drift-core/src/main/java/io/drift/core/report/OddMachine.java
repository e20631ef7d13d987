package io.drift.core.report;

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
 * @param reasons the first three
 */
record OddMachine(String rank, String score, String name, List<String> reasons) {

    private static final int FEW = 10;
    private static final int FEW_REASONS = 3;

    /** The ten oddest; none if there are too few machines. */
    static List<OddMachine> of(ComparisonReport report, ValuesText values) {
        return Outliers.of(report).list().stream()
                .limit(FEW)
                .filter(outlier -> !outlier.reasons().isEmpty())
                .map(outlier -> of(outlier, values))
                .toList();
    }

    private static OddMachine of(Outlier outlier, ValuesText values) {
        return new OddMachine(
                String.valueOf(outlier.rank()),
                String.format(Locale.ROOT, "%.1f", outlier.score()),
                values.columns().names().get(outlier.column()),
                outlier.reasons().stream()
                        .limit(FEW_REASONS)
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

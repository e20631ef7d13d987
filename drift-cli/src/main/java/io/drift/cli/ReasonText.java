package io.drift.cli;

import io.drift.core.analysis.OutlierReason;
import io.drift.core.analysis.Usual;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.report.PrintableText;

/**
 * Why a machine is odd, for people.
 *
 * @param reason the reason
 */
record ReasonText(OutlierReason reason) {

    private static final String PACKAGES = "installed_packages";

    /** In a few words: {@code openssl 3.0.7-27 not 3.0.7-28}. */
    String brief(int width) {
        String what =
                what() + (reason.also().isEmpty() ? "" : " +" + reason.also().size());
        String name = CellText.shown(name(reason.fact()));
        int room = Math.max(width - CellText.width(what) - 1, width / 3);
        return CellText.cut(CellText.cutMiddle(name, room) + " " + what, width);
    }

    private static String name(FactName fact) {
        return PACKAGES.equals(fact.group()) ? fact.member() : fact.toString();
    }

    private String what() {
        FactValue value = reason.odd().value();
        Usual usual = reason.usual();
        if (value == null) {
            return "missing";
        }
        if (usual != null && usual.value() == null) {
            return "extra";
        }
        String shown = ValuesLine.shown(value);
        FactValue other = usual == null ? null : usual.value();
        return other == null ? shown : shown + " not " + ValuesLine.shown(other);
    }

    /** As a sentence. */
    String whole() {
        return PrintableText.of(reason.fact() + " " + reason.sentence());
    }
}

package io.drift.cli;

import io.drift.core.analysis.OutlierReason;
import io.drift.core.analysis.Usual;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.report.PrintableText;
import java.util.List;

/**
 * Why a machine is odd, for people.
 *
 * @param reason the reason
 */
record ReasonText(OutlierReason reason) {

    private static final String PACKAGES = "installed_packages";

    /** In a few words, the longest that have room: {@code openssl 3.0.7-27 not 3.0.7-28}, or without what is usual. */
    String brief(int width) {
        String name = CellText.shown(name(reason.fact()));
        for (String what : List.of(what(false, true), what(true, true))) {
            if (CellText.width(name + " " + what) <= width) {
                return name + " " + what;
            }
        }
        String what = what(true, false);
        int room = Math.max(width - CellText.width(what) - 1, width / 3);
        return CellText.cut(CellText.cutMiddle(name, room) + " " + what, width);
    }

    /** How many characters are enough for its shortest words. */
    int enough() {
        return CellText.width(CellText.shown(name(reason.fact())) + " " + what(true, false));
    }

    private static String name(FactName fact) {
        return PACKAGES.equals(fact.group()) ? fact.member() : fact.toString();
    }

    /**
     * What the machine has.
     *
     * @param withoutArch whether to leave out the architecture of a package that has the usual one
     * @param withUsual whether to tell what is usual
     */
    private String what(boolean withoutArch, boolean withUsual) {
        String also = reason.also().isEmpty() ? "" : " +" + reason.also().size();
        FactValue value = reason.odd().value();
        Usual usual = reason.usual();
        if (value == null) {
            return "missing" + also;
        }
        if (usual != null && usual.value() == null) {
            return "extra" + also;
        }
        FactValue other = usual == null ? null : usual.value();
        String odd = ValuesLine.shown(value);
        String most = other == null ? "" : ValuesLine.shown(other);
        String arch = withoutArch ? sharedArch(odd, most) : "";
        String shown = without(arch, odd);
        return (other == null || !withUsual ? shown : shown + " not " + without(arch, most)) + also;
    }

    /** What stands behind the last dot of two packages, with the dot; empty if they differ in it. */
    private String sharedArch(String one, String other) {
        String arch = one.substring(Math.max(0, one.lastIndexOf('.')));
        boolean shared = PACKAGES.equals(reason.fact().group()) && arch.startsWith(".") && other.endsWith(arch);
        return shared && !one.equals(arch) ? arch : "";
    }

    private static String without(String end, String text) {
        return text.substring(0, text.length() - end.length());
    }

    /** As a sentence. */
    String whole() {
        return PrintableText.of(reason.fact() + " " + reason.sentence());
    }
}

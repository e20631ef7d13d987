package io.drift.cli;

import io.drift.core.analysis.MachineGroup;
import io.drift.core.analysis.Outlier;
import io.drift.core.analysis.OutlierReason;
import io.drift.core.analysis.Outliers;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.FactName;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The machines of a report for people, the oddest first: a line for each, with why. */
final class OutliersTable {

    /** So many lines fit on a screen with what stands around them. */
    private static final int FEW_MACHINES = 30;

    private static final int FEW_REASONS = 3;
    private static final int WIDEST_NAME = 24;
    private static final int SMALL_GROUP = 20;
    private static final int SMALL_PART = 10;
    private static final String GAP = "  ";
    private static final String NEXT = " · ";
    private static final String TIED = " / ";

    private final Outliers outliers;
    private final ColumnList columns;
    private final Summary summary;
    private final boolean all;

    /**
     * A table.
     *
     * @param report what it shows
     * @param summary what stands at its end
     * @param all whether to show all machines with all their reasons
     */
    OutliersTable(ComparisonReport report, Summary summary, boolean all) {
        this.outliers = Outliers.of(report);
        this.columns = new ColumnList(report.columns());
        this.summary = summary;
        this.all = all;
    }

    /**
     * Writes the table.
     *
     * @param out receives it
     * @param lineWidth how long a line may be
     * @param paint its colours
     * @throws IOException if {@code out} fails
     */
    void write(Appendable out, int lineWidth, Paint paint) throws IOException {
        String why = outliers.whyNone().orElse(null);
        if (why != null) {
            for (String line : CellText.wrapped("no outliers: " + why, lineWidth)) {
                out.append(line).append('\n');
            }
        } else {
            out.append(paint.quiet(CellText.cut(header(), lineWidth))).append('\n');
            String small = smallGroups();
            out.append(small.isEmpty() ? "" : paint.quiet(CellText.cut(small, lineWidth)) + "\n");
            machines(out, lineWidth, paint);
        }
        out.append(paint.strong(summary.words())).append('\n');
    }

    /** How the machines fall into groups of peers. */
    private String header() {
        List<MachineGroup> groups = outliers.groups();
        String in = groups.size() == 1
                ? "all peers of each other"
                : "in " + groups.size() + " groups of peers: "
                        + groups.stream().map(OutliersTable::words).collect(Collectors.joining(", "));
        return outliers.machines() + " machines, " + in + "; a / b: tied";
    }

    private static String words(MachineGroup group) {
        int facts = group.facts().size();
        return group.columns().size()
                + (facts == 0
                        ? ""
                        : " (" + CellText.shown(shortName(group.facts().get(0)))
                                + (facts == 1 ? ")" : " and " + (facts - 1) + " more)"));
    }

    private static String shortName(FactName fact) {
        return fact.isMember() ? fact.member() : fact.toString();
    }

    /** What is odd may be a small group, of which each machine is as its peers. */
    private String smallGroups() {
        List<MachineGroup> small = outliers.groups().stream()
                .skip(1)
                .filter(group -> group.columns().size() < Math.max(SMALL_GROUP, outliers.machines() / SMALL_PART))
                .toList();
        return small.isEmpty()
                ? ""
                : "small groups: "
                        + small.stream()
                                .map(group -> columns.few(bits(group)) + " have "
                                        + words(group).replaceFirst("^[0-9]+ \\((.*)\\)$", "$1"))
                                .collect(Collectors.joining("; "));
    }

    private static BitSet bits(MachineGroup group) {
        BitSet bits = new BitSet();
        group.columns().forEach(bits::set);
        return bits;
    }

    private void machines(Appendable out, int lineWidth, Paint paint) throws IOException {
        List<Outlier> list = outliers.list();
        int odd = (int)
                list.stream().takeWhile(outlier -> !outlier.reasons().isEmpty()).count();
        int shown = all ? list.size() : Math.min(FEW_MACHINES, odd);
        List<Outlier> first = list.subList(0, shown);
        int names =
                Math.min(WIDEST_NAME, CellText.widest(first.stream().map(outlier -> columns.name(outlier.column()))));
        int ranks = String.valueOf(shown).length();
        for (int place = 0; place < shown; place++) {
            Outlier outlier = first.get(place);
            boolean tied = isTied(place, list);
            String start = String.format(
                    Locale.ROOT, "%" + ranks + "d%s  %5.1f  ", outlier.rank(), tied ? "=" : " ", outlier.score());
            String name = CellText.cutMiddle(columns.name(outlier.column()), names);
            String padded = CellText.pad(name, names) + GAP;
            int room = lineWidth - CellText.width(start) - CellText.width(padded);
            out.append(start)
                    .append(paint.strong(padded))
                    .append(brief(outlier.reasons(), room))
                    .append('\n');
            if (all) {
                whole(outlier.reasons(), out);
            }
        }
        if (shown < list.size()) {
            out.append(paint.quiet(others(odd - shown, list.size() - odd))).append('\n');
        }
    }

    private static String others(int odd, int asPeers) {
        String peers = asPeers == 0 ? "" : asPeers + (asPeers == 1 ? " is as its peers" : " are as their peers");
        return (odd == 0 ? peers : odd + " more" + (asPeers == 0 ? "" : ", " + peers))
                + "; --verbose shows all, with all their reasons";
    }

    private static boolean isTied(int place, List<Outlier> list) {
        int rank = list.get(place).rank();
        return rank != place + 1
                || place + 1 < list.size() && list.get(place + 1).rank() == rank;
    }

    private static String brief(List<OutlierReason> reasons, int room) {
        if (reasons.isEmpty()) {
            return "as its peers";
        }
        List<ReasonText> first =
                reasons.stream().limit(FEW_REASONS).map(ReasonText::new).toList();
        int left = room - (first.size() - 1) * NEXT.length();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < first.size(); i++) {
            boolean tied = i > 0 && reasons.get(i).rank() == reasons.get(i - 1).rank();
            String brief = first.get(i).brief(room(first.subList(i, first.size()), left));
            left -= CellText.width(brief);
            line.append(i == 0 ? "" : tied ? TIED : NEXT).append(brief);
        }
        return line.toString();
    }

    /** How much of a line the first of some reasons may take: what is enough for the others is theirs, or their share. */
    private static int room(List<ReasonText> reasons, int left) {
        int all = reasons.stream().mapToInt(ReasonText::enough).sum();
        int share = all <= left ? left : left / reasons.size();
        int others = reasons.stream()
                .skip(1)
                .mapToInt(other -> Math.min(share, other.enough()))
                .sum();
        return Math.max(1, left - others);
    }

    private static void whole(List<OutlierReason> reasons, Appendable out) throws IOException {
        for (OutlierReason reason : reasons) {
            out.append(String.format(
                            Locale.ROOT,
                            "      %3d  %5.1f  ",
                            reason.rank(),
                            reason.odd().score()))
                    .append(new ReasonText(reason).whole())
                    .append('\n');
        }
    }
}

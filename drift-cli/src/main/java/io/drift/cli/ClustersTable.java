package io.drift.cli;

import io.drift.core.analysis.Cluster;
import io.drift.core.analysis.Clusters;
import io.drift.core.analysis.GroupClusters;
import io.drift.core.comparison.ComparisonReport;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** Which machines are the same, for people: for each group of facts a line for each kind of machine. */
final class ClustersTable {

    private static final int FEW = 5;
    private static final int DIGITS = 12;
    private static final String GAP = "  ";

    private final Clusters clusters;
    private final ColumnList columns;
    private final Summary summary;
    private final boolean all;

    /**
     * A table.
     *
     * @param report what it shows
     * @param summary what stands at its end
     * @param all whether to show all clusters
     */
    ClustersTable(ComparisonReport report, Summary summary, boolean all) {
        this.clusters = Clusters.of(report);
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
        for (GroupClusters group : clusters.groups()) {
            out.append(paint.strong(CellText.shown(group.name())))
                    .append(GAP)
                    .append(paint.quiet(words(group.clusters())))
                    .append('\n');
            lines(group, out, lineWidth);
        }
        out.append('\n').append(paint.strong(summary.words())).append('\n');
    }

    private static String words(List<Cluster> kinds) {
        if (kinds.isEmpty()) {
            return "nobody knows";
        }
        int largest = kinds.get(0).columns().size();
        if (kinds.size() == 1) {
            return largest == 1 ? "1 machine" : largest + " are the same";
        }
        return largest == 1 ? "no two are the same" : kinds.size() + " kinds";
    }

    private void lines(GroupClusters group, Appendable out, int lineWidth) throws IOException {
        List<Cluster> kinds = group.clusters();
        boolean alone = !kinds.isEmpty() && kinds.get(0).columns().size() == 1;
        int shown = all ? kinds.size() : alone || kinds.size() == 1 ? 0 : Math.min(FEW, kinds.size());
        for (Cluster kind : kinds.subList(0, shown)) {
            line(
                    kind.columns(),
                    kind.fingerprint().substring(0, kind.fingerprint().indexOf(':') + 1 + DIGITS),
                    out,
                    lineWidth);
        }
        if (shown > 0 && shown < kinds.size()) {
            out.append(GAP).append("... " + (kinds.size() - shown) + " more kinds; --verbose shows all\n");
        }
        if (!group.unknown().isEmpty()) {
            line(group.unknown(), "not looked at by", out, lineWidth);
        }
    }

    private void line(List<Integer> some, String what, Appendable out, int lineWidth) throws IOException {
        BitSet bits = new BitSet();
        some.forEach(bits::set);
        String line = String.format("%s%5d  %s  %s", GAP, some.size(), what, columns.few(bits));
        out.append(CellText.cut(line, lineWidth)).append('\n');
    }
}

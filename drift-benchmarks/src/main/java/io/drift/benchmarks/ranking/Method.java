package io.drift.benchmarks.ranking;

import io.drift.core.analysis.Outlier;
import io.drift.core.analysis.OutlierReason;
import io.drift.core.analysis.Outliers;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactName;

/** A way to rank what is odd about a machine. */
enum Method {
    SHARES("plain shares") {
        @Override
        int rank(ComparisonReport report, int machine, String fact) {
            return rankByScore(report, machine, fact, (count, distinct, all) -> 1 - count / (double) all);
        }
    },
    PEER_PRESSURE("PeerPressure") {
        @Override
        int rank(ComparisonReport report, int machine, String fact) {
            return rankByScore(
                    report,
                    machine,
                    fact,
                    (count, distinct, all) -> Math.log((all - 1.0 + distinct) / ((double) distinct * count)));
        }
    },
    PROTOTYPE("prototype") {
        @Override
        int rank(ComparisonReport report, int machine, String fact) {
            return new PrototypeRanking(report).rank(machine, fact);
        }
    },
    DRIFT("Drift") {
        @Override
        int rank(ComparisonReport report, int machine, String fact) {
            for (Outlier outlier : Outliers.of(report).list()) {
                if (outlier.column() == machine) {
                    return rankAmong(outlier, FactName.of(fact));
                }
            }
            return NOWHERE;
        }
    };

    static final int NOWHERE = Integer.MAX_VALUE;

    final String words;

    Method(String words) {
        this.words = words;
    }

    /** The place of a fact among the suspects of a machine, from 1; those that are tied with it stand before it. */
    abstract int rank(ComparisonReport report, int machine, String fact);

    private interface Score {
        double of(int count, int distinct, int all);
    }

    private static int rankAmong(Outlier outlier, FactName fact) {
        for (OutlierReason reason : outlier.reasons()) {
            if (reason.fact().equals(fact) || reason.also().contains(fact)) {
                return (int) outlier.reasons().stream()
                        .filter(other -> other.rank() <= reason.rank())
                        .count();
            }
        }
        return NOWHERE;
    }

    private static int rankByScore(ComparisonReport report, int machine, String fact, Score score) {
        double ofFact = scoreOf(report.fact(fact).orElseThrow(), machine, score);
        if (Double.isNaN(ofFact)) {
            return NOWHERE;
        }
        int rank = 0;
        for (FactComparison other : report.comparisons()) {
            rank += scoreOf(other, machine, score) >= ofFact - 1e-9 ? 1 : 0;
        }
        return rank;
    }

    /** Not a number where most have what the machine has. */
    private static double scoreOf(FactComparison fact, int machine, Score score) {
        DistinctValues values = fact.distinctValues();
        int count = values.count(values.number(machine));
        return 2 * count < values.columns() ? score.of(count, values.size(), values.columns()) : Double.NaN;
    }
}

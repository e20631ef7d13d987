package io.drift.benchmarks.table;

/**
 * What a figure should be.
 *
 * @param wanted what it must be for the run to succeed
 * @param stretch what it could be
 * @param atLeast whether more is better
 */
public record Goal(double wanted, double stretch, boolean atLeast) {

    /** Less is better. */
    public static Goal atMost(double wanted, double stretch) {
        return new Goal(wanted, stretch, false);
    }

    /** More is better. */
    public static Goal atLeast(double wanted, double stretch) {
        return new Goal(wanted, stretch, true);
    }

    boolean isMetBy(double value) {
        return isWithin(value, wanted);
    }

    String verdict(double value) {
        if (!isMetBy(value)) {
            return "MISSED";
        }
        return isWithin(value, stretch) ? "stretch" : "met";
    }

    private boolean isWithin(double value, double bound) {
        return atLeast ? value >= bound : value <= bound;
    }

    String sign() {
        return atLeast ? ">=" : "<=";
    }
}

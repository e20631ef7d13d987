package io.drift.core.policy;

import io.drift.core.version.VersionOrder;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing that a rule of a policy says of facts. It is written as a policy writes it.
 *
 * <pre>{@code
 * PolicyRule rule = PolicyRule.of("system_memory").with(RuleSetting.Tolerate.percent("1"));
 * }</pre>
 */
public sealed interface RuleSetting {

    /** As a policy writes its name, {@code tolerate}. */
    String key();

    /** Whether it is about when values are the same, and not about how much it counts. */
    default boolean isOfValues() {
        return true;
    }

    /**
     * Numbers that are near each other are the same. Without a reference, all have to be near each other; with one, each has to be
     * near that of the reference. What is no number is compared as ever.
     *
     * <pre>{@code
     * RuleSetting half = new RuleSetting.Tolerate(new Quantity(new BigDecimal("0.5"), false), true);
     * }</pre>
     *
     * @param amount how far they may be from each other, 0 or more
     * @param percent whether the amount is a percentage: of the larger number, or of the number of the reference
     */
    record Tolerate(Quantity amount, boolean percent) implements RuleSetting {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        /** Refuses less than nothing, and a percentage of bytes. */
        public Tolerate {
            if (amount.number().signum() < 0 || percent && amount.bytes()) {
                throw new IllegalArgumentException("an amount of 0 or more, or a percentage: " + amount);
            }
        }

        /**
         * A percentage.
         *
         * @param number such as {@code 0.5}
         * @throws NumberFormatException if it is no number
         */
        public static Tolerate percent(String number) {
            return new Tolerate(new Quantity(new BigDecimal(number), false), true);
        }

        /**
         * Whether two quantities are near each other.
         *
         * @param measure the one of which a percentage is
         * @return false, too, if one is of bytes and the other is not, or if bytes are tolerated and they are none
         */
        boolean covers(Quantity one, Quantity other, Quantity measure) {
            if (one.bytes() != other.bytes() || amount.bytes() && !one.bytes()) {
                return false;
            }
            BigDecimal apart = one.number().subtract(other.number()).abs();
            return percent
                    ? apart.multiply(HUNDRED)
                                    .compareTo(amount.number()
                                            .multiply(measure.number().abs()))
                            <= 0
                    : apart.compareTo(amount.number()) <= 0;
        }

        @Override
        public String key() {
            return "tolerate";
        }

        @Override
        public String toString() {
            return key() + ": " + amount + (percent ? "%" : "");
        }
    }

    /**
     * How bad a difference is.
     *
     * <pre>{@code
     * RuleSetting bad = new RuleSetting.Severe(Severity.HIGH);
     * }</pre>
     *
     * @param severity how bad
     */
    record Severe(Severity severity) implements RuleSetting {

        @Override
        public String key() {
            return "severity";
        }

        @Override
        public boolean isOfValues() {
            return false;
        }

        @Override
        public String toString() {
            return key() + ": " + severity.word();
        }
    }

    /**
     * How much a difference counts where machines are ranked.
     *
     * <pre>{@code
     * RuleSetting much = new RuleSetting.Weight(5);
     * }</pre>
     *
     * @param factor what the score of a difference is multiplied by, from 0 to {@link #MOST}; 1 changes nothing, with 0 it is no
     *     reason at all
     */
    record Weight(double factor) implements RuleSetting {

        /** The largest weight. */
        public static final double MOST = 1000;

        /** Refuses what is no weight. */
        public Weight {
            if (!(factor >= 0 && factor <= MOST)) {
                throw new IllegalArgumentException("a weight is a number from 0 to " + (int) MOST + ": " + factor);
            }
        }

        @Override
        public String key() {
            return "weight";
        }

        @Override
        public boolean isOfValues() {
            return false;
        }

        @Override
        public String toString() {
            return key() + ": "
                    + BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * Lists that have the same items are the same: neither their order nor how often an item stands there counts. In a text,
     * items are what stands between commas, or between blanks if there is no comma.
     *
     * <pre>{@code
     * RuleSetting anyOrder = new RuleSetting.AsSet(true);
     * }</pre>
     *
     * @param on false takes back what an earlier rule says
     */
    record AsSet(boolean on) implements RuleSetting {

        @Override
        public String key() {
            return "set";
        }

        @Override
        public String toString() {
            return key() + ": " + on;
        }
    }

    /**
     * Values that differ only in how they are written are the same.
     *
     * <pre>{@code
     * RuleSetting anyCase = new RuleSetting.Normalise(Set.of(Notation.CASE));
     * }</pre>
     *
     * @param notations what does not count; empty takes back what an earlier rule says
     */
    record Normalise(Set<Notation> notations) implements RuleSetting {

        /** Copies the set. */
        public Normalise {
            notations = Set.copyOf(notations);
        }

        @Override
        public String key() {
            return "normalise";
        }

        @Override
        public String toString() {
            Set<Notation> sorted = EnumSet.noneOf(Notation.class);
            sorted.addAll(notations);
            return key() + ": " + sorted.stream().map(Notation::word).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /**
     * Versions of which none is newer are the same, such as 1.0 and 1.00. As everywhere, an architecture at the end is no part of
     * a version.
     *
     * <pre>{@code
     * RuleSetting likeRpm = new RuleSetting.AsVersion(VersionOrder.RPM);
     * }</pre>
     *
     * @param order by which they are compared
     */
    record AsVersion(VersionOrder order) implements RuleSetting {

        @Override
        public String key() {
            return "version";
        }

        @Override
        public String toString() {
            return key() + ": " + order.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All values are the same.
     *
     * <pre>{@code
     * RuleSetting quiet = new RuleSetting.NeverDiffers(true);
     * }</pre>
     *
     * @param on false compares what else would never differ
     */
    record NeverDiffers(boolean on) implements RuleSetting {

        @Override
        public String key() {
            return "never_differs";
        }

        @Override
        public String toString() {
            return key() + ": " + on;
        }
    }
}

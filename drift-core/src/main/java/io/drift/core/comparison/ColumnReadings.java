package io.drift.core.comparison;

import io.drift.core.source.FactSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the rules of a comparison, and refuses profiles and rules that do not fit together. */
final class ColumnReadings {

    private ColumnReadings() {}

    /**
     * The rules for some sources.
     *
     * @param wanted rules that somebody chose; null for the rules that fit the sources
     * @throws IllegalStateException if sources, or the rules and a source, contradict each other
     */
    static FactRules rulesFor(List<FactSource> sources, @Nullable FactRules wanted) {
        FactSource first = null;
        for (FactSource source : sources) {
            if (source.reading() != null) {
                first = first == null ? source : first;
                refuseTwoReadings(first, source);
                refuseOtherRules(wanted, source);
            }
        }
        if (wanted != null) {
            return wanted;
        }
        return first == null || first.reading() == null ? FactRules.exact() : FactRules.of(first.reading());
    }

    private static void refuseTwoReadings(FactSource one, FactSource other) {
        if (one.reading() != other.reading()) {
            throw new IllegalStateException("the profile of " + one.name() + " was read as " + one.reading()
                    + " and that of " + other.name() + " as " + other.reading()
                    + ": read all profiles of a comparison in one way");
        }
    }

    private static void refuseOtherRules(@Nullable FactRules wanted, FactSource source) {
        if (wanted != null && !wanted.fit(source.reading())) {
            throw new IllegalStateException("the profile of " + source.name() + " was read as " + source.reading()
                    + ", but the rules are for profiles that were read as " + wanted.reading()
                    + ": choose FactRules.of(Reading." + source.reading() + ")");
        }
    }
}

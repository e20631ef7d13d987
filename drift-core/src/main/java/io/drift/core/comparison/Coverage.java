package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.profile.SkippedPart;
import io.drift.core.source.FactSource;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns looked at which facts. A missing value of a column that did not look at it is not known, and so agrees and
 * disagrees with nothing; so does a package of which a list cannot tell all.
 */
final class Coverage {

    /** No column. Not to be changed. */
    static final BitSet NONE = new BitSet(0);

    /** The columns that did not look at everything, and what they looked at, in the same places. */
    private final int[] columns;

    private final LookedAt[] lookedAt;
    private final UntoldParts untold;

    Coverage(Columns all) {
        LookedAt[] ofAll = all.sources().stream()
                .map(source -> of(Columns.profileOf(source)))
                .toArray(LookedAt[]::new);
        untold = new UntoldParts(ofAll);
        columns = IntStream.range(0, ofAll.length)
                .filter(column -> !ofAll[column].isEverything())
                .toArray();
        lookedAt = new LookedAt[columns.length];
        for (int place = 0; place < columns.length; place++) {
            lookedAt[place] = ofAll[columns[place]];
        }
    }

    /** What a source looked at, which is nothing if it has no profile. */
    static LookedAt of(FactSource source) {
        RecordedProfile profile = Columns.profileOf(source);
        return profile == null || profile.exists()
                ? of(profile)
                : LookedAt.everything().withOnly(Set.of());
    }

    private static LookedAt of(@Nullable RecordedProfile profile) {
        if (profile == null || !profile.exists()) {
            return LookedAt.everything();
        }
        return profile.skipped().isEmpty() ? profile.lookedAt() : withoutSkipped(profile);
    }

    /** A part that was skipped as a whole, so that nothing of it became a fact, was not looked at. */
    private static LookedAt withoutSkipped(RecordedProfile profile) {
        Set<String> parts =
                profile.skipped().stream().map(SkippedPart::key).collect(Collectors.toCollection(HashSet::new));
        for (FactName fact : profile.facts().asMap().keySet()) {
            parts.remove(fact.top());
        }
        return profile.lookedAt().withExcept(parts);
    }

    /** Whether all columns looked at everything. */
    boolean isWhole() {
        return columns.length == 0;
    }

    /** The columns whose value of a fact nobody knows. Not to be changed. */
    BitSet notLookedAtIn(FactRow row) {
        if (isWhole()) {
            return NONE;
        }
        BitSet unknown = new BitSet();
        for (int place = 0; place < columns.length; place++) {
            boolean isUnseen = row.isMissing(columns[place]) && !lookedAt[place].covers(row.name());
            if (isUnseen || untold.isOpen(row, columns[place])) {
                unknown.set(columns[place]);
            }
        }
        return unknown;
    }
}

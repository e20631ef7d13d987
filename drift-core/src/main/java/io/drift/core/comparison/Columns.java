package io.drift.core.comparison;

import io.drift.core.fact.CodePointOrder;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.InventorySystem;
import io.drift.core.source.SourceId;
import io.drift.core.source.SourceKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a comparison and which of them is the reference: baselines first, then by name. Sources of the same
 * name keep the order systems, historical profiles, baselines, each as returned.
 */
final class Columns {

    /** The number of a column that does not exist. */
    static final int NONE = -1;

    private final List<FactSource> sources;
    private final BitSet baselines = new BitSet();
    private final int systems;
    private final boolean hasReference;
    private final int reference;

    Columns(List<? extends FactSource> given, @Nullable String referenceId) {
        List<FactSource> sorted = new ArrayList<>(given);
        sorted.sort(Columns::compare);
        sources = List.copyOf(sorted);
        int counted = 0;
        for (int column = 0; column < sources.size(); column++) {
            FactSource source = sources.get(column);
            baselines.set(column, source.kind() == SourceKind.BASELINE);
            counted += source.kind() == SourceKind.SYSTEM || source.kind() == SourceKind.OTHER ? 1 : 0;
        }
        systems = counted;
        hasReference = referenceId != null;
        reference = referenceId == null ? NONE : lastOf(SourceId.of(referenceId));
    }

    private static int compare(FactSource left, FactSource right) {
        if ((left.kind() == SourceKind.BASELINE) != (right.kind() == SourceKind.BASELINE)) {
            return left.kind() == SourceKind.BASELINE ? -1 : 1;
        }
        int names = CodePointOrder.INSTANCE.compare(left.name(), right.name());
        return names != 0 ? names : rank(left) - rank(right);
    }

    private static int rank(FactSource source) {
        return switch (source.kind()) {
            case SYSTEM -> 0;
            case OTHER -> 1;
            case HISTORICAL_PROFILE -> 2;
            case BASELINE -> 3;
        };
    }

    /** Where a baseline and a system have one id, the system is meant. */
    private int lastOf(SourceId id) {
        return IntStream.range(0, sources.size())
                .filter(column -> SourceId.of(sources.get(column).id()).equals(id))
                .reduce(NONE, (before, column) -> column);
    }

    List<FactSource> sources() {
        return sources;
    }

    /** The columns of some of the sources, in the order given. */
    List<Integer> numbersOf(List<FactSource> some) {
        Map<FactSource, Integer> numbers = new IdentityHashMap<>();
        for (int column = 0; column < size(); column++) {
            numbers.put(sources.get(column), column);
        }
        return some.stream().map(numbers::get).toList();
    }

    /** The first column of an id, or {@link #NONE}. */
    int numberOf(String id) {
        SourceId wanted = SourceId.of(id);
        return IntStream.range(0, size())
                .filter(column -> SourceId.of(sources.get(column).id()).equals(wanted))
                .findFirst()
                .orElse(NONE);
    }

    int size() {
        return sources.size();
    }

    /** How many systems there are; historical profiles do not count. */
    int systems() {
        return systems;
    }

    boolean isBaseline(int column) {
        return baselines.get(column);
    }

    boolean hasBaselines() {
        return !baselines.isEmpty();
    }

    /** The columns of systems that never uploaded a profile. */
    BitSet withoutProfile() {
        BitSet without = new BitSet();
        for (int column = 0; column < size(); column++) {
            RecordedProfile profile = profileOf(sources.get(column));
            without.set(column, profile != null && !profile.exists());
        }
        return without;
    }

    static @Nullable RecordedProfile profileOf(FactSource source) {
        if (source instanceof InventorySystem system) {
            return system.profile();
        }
        return source instanceof HistoricalProfile profile ? profile.profile() : null;
    }

    /** How many baselines there are among columns of which some are set aside. */
    int baselinesWithout(BitSet setAside) {
        BitSet left = (BitSet) baselines.clone();
        left.andNot(setAside);
        return left.cardinality();
    }

    /** Whether cells are compared with a reference, which may yet have been left out of the report. */
    boolean hasReference() {
        return hasReference;
    }

    /** Whether the reference is one of the columns. */
    boolean containsReference() {
        return reference != NONE;
    }

    int reference() {
        return reference;
    }
}

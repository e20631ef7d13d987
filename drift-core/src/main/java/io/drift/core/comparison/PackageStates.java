package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import io.drift.core.version.PackageState;
import io.drift.core.version.VersionOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where packages are older or newer: each is compared with that of the reference; without a reference, with the newest
 * version that any column has.
 *
 * <pre>{@code
 * FactComparison openssl = report.fact("installed_packages.openssl").orElseThrow();
 * List<PackageState> states = PackageStates.of(report).of(openssl);
 * boolean first = states.get(0) == PackageState.OLDER;
 * }</pre>
 *
 * <p>Versions are in the order of the distribution, if the profiles tell one and no other; else the versions of each package
 * tell their order. Immutable.
 */
public final class PackageStates {

    private final VersionOrder order;

    private PackageStates(VersionOrder order) {
        this.order = order;
    }

    /**
     * Those of a report.
     *
     * @param report whose columns tell of which distributions they are
     * @return never null
     */
    public static PackageStates of(ComparisonReport report) {
        Set<VersionOrder> orders = EnumSet.noneOf(VersionOrder.class);
        for (FactSource source : report.columns()) {
            RecordedProfile profile = Columns.profileOf(source);
            if (profile != null) {
                orders.add(VersionOrder.ofDistribution(profile.header().operatingSystem()));
            }
        }
        orders.remove(VersionOrder.AUTO);
        return new PackageStates(orders.size() == 1 ? orders.iterator().next() : VersionOrder.AUTO);
    }

    /**
     * Whether a fact is a package, so that its values are versions.
     *
     * @param fact its name
     * @return true for members of {@code installed_packages}
     */
    public static boolean isPackage(FactName fact) {
        return CellValues.PACKAGES.equals(fact.group());
    }

    /**
     * The states of a package.
     *
     * @param fact a fact of the report
     * @return a state for each column; null for a column that takes no part, since its value is hidden or was not looked at, or
     *     its system has no profile, and for all columns if that is so of the reference. Empty if the fact is no package
     */
    public List<@Nullable PackageState> of(FactComparison fact) {
        if (!isPackage(fact.fact())) {
            return List.of();
        }
        Columns columns = fact.allColumns();
        if (columns.hasReference() && (!columns.containsReference() || fact.isSetAside(columns.reference()))) {
            return Collections.nCopies(columns.size(), null);
        }
        return states(fact, columns);
    }

    private List<@Nullable PackageState> states(FactComparison fact, Columns columns) {
        List<@Nullable FactValue> values = values(fact, columns);
        List<String> texts = texts(values);
        VersionOrder definite = order.among(texts);
        FactValue other = columns.hasReference() ? values.get(columns.reference()) : newest(texts, definite);
        Map<@Nullable FactValue, PackageState> known = new IdentityHashMap<>();
        List<@Nullable PackageState> states = new ArrayList<>(columns.size());
        for (int column = 0; column < columns.size(); column++) {
            PackageState state = fact.cellState(column) == ComparisonState.SAME
                    ? PackageState.SAME
                    : known.computeIfAbsent(values.get(column), value -> PackageState.of(value, other, definite));
            states.add(fact.isSetAside(column) ? null : state);
        }
        return Collections.unmodifiableList(states);
    }

    private static List<String> texts(List<@Nullable FactValue> values) {
        List<String> texts = new ArrayList<>(values.size());
        for (FactValue value : values) {
            if (value != null) {
                texts.addAll(value.texts());
            }
        }
        return texts;
    }

    private static @Nullable FactValue newest(List<String> texts, VersionOrder order) {
        return texts.isEmpty() ? null : new FactValue.Text(Collections.max(texts, order));
    }

    /** What is installed; a baseline without an epoch means any (Q41), and so the newest that there is. */
    private static List<@Nullable FactValue> values(FactComparison fact, Columns columns) {
        List<@Nullable FactValue> values = new ArrayList<>(columns.size());
        for (int column = 0; column < columns.size(); column++) {
            values.add(fact.isSetAside(column) ? null : fact.value(column));
        }
        String epoch = columns.hasBaselines() ? newestEpoch(texts(values)) : "";
        for (int column = 0; column < columns.size() && !epoch.isEmpty(); column++) {
            FactValue value = values.get(column);
            if (value != null && columns.isBaseline(column)) {
                values.set(column, withEpoch(value, epoch));
            }
        }
        return values;
    }

    private static String newestEpoch(List<String> texts) {
        String newest = "";
        for (String text : texts) {
            String epoch = text.substring(0, CellValues.epoch(text));
            newest = VersionOrder.RPM.compare(newest, epoch) < 0 ? epoch : newest;
        }
        return newest;
    }

    private static FactValue withEpoch(FactValue value, String epoch) {
        List<String> texts = new ArrayList<>();
        for (String text : value.texts()) {
            texts.add(CellValues.epoch(text) > 0 ? text : epoch + text);
        }
        return new FactValue.Several(texts);
    }
}

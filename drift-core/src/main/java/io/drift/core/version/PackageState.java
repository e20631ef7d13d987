package io.drift.core.version;

import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a package of a machine stands to the same package elsewhere: of the reference, or the newest one that there is.
 *
 * <pre>{@code
 * FactValue here = new FactValue.Text("3.0.7-27.el9.x86_64");
 * FactValue there = new FactValue.Text("3.0.7-28.el9.x86_64");
 * PackageState state = PackageState.of(here, there, VersionOrder.RPM); // OLDER
 * }</pre>
 */
public enum PackageState {
    /** The same version is installed, or the same several; perhaps for another architecture. Or none is, here and there. */
    SAME,
    /** An older version is installed. */
    OLDER,
    /** A newer version is installed. */
    NEWER,
    /** It is not installed, but there it is. */
    MISSING,
    /** It is installed, but there it is not. */
    EXTRA,
    /** Several versions are installed, not the same as there; or there are several, and this is the newest of them. */
    MIXED;

    /**
     * The state of a package.
     *
     * @param own what is installed, as facts show it; null if nothing is
     * @param other what is installed there; null if nothing is
     * @param order the order of the versions
     * @return never null
     */
    public static PackageState of(@Nullable FactValue own, @Nullable FactValue other, VersionOrder order) {
        if (own == null || other == null) {
            return own == null ? other == null ? SAME : MISSING : EXTRA;
        }
        List<String> texts = new ArrayList<>(own.texts());
        texts.addAll(other.texts());
        VersionOrder definite = order.among(texts);
        return of(keys(own, definite), keys(other, definite));
    }

    private static SortedSet<String> keys(FactValue value, VersionOrder order) {
        SortedSet<String> keys = new TreeSet<>();
        for (String text : value.texts()) {
            keys.add(order.key(text));
        }
        return keys;
    }

    private static PackageState of(SortedSet<String> own, SortedSet<String> other) {
        if (own.equals(other)) {
            return SAME;
        }
        int newest = own.last().compareTo(other.last());
        if (own.size() > 1 || newest == 0) {
            return MIXED;
        }
        return newest < 0 ? OLDER : NEWER;
    }
}

package io.drift.core.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A package of a Debian system, which has its parts already (Q32).
 *
 * @param name its name as listed
 * @param version its version, perhaps with an epoch in front
 * @param arch its architecture; null if it is not told
 */
record DebPackage(String name, String version, @Nullable String arch) {

    /** The group of the facts of all packages. */
    static final String GROUP = "installed_packages";

    /** The fields that a package is made of. */
    static final Set<String> FIELDS = Set.of("name", "version", "arch");

    /** The package of the client that uploads profiles. */
    static final String INSIGHTS_CLIENT = "insights-client";

    /** Null for an entry without name or version. */
    static @Nullable DebPackage of(Map<?, ?> entry) {
        Object name = entry.get("name");
        Object version = entry.get("version");
        Object arch = entry.get("arch");
        return name == null || version == null
                ? null
                : new DebPackage(
                        PythonText.of(name), PythonText.of(version), arch == null ? null : PythonText.of(arch));
    }

    /** As {@link #of}; null, too, where one of its parts is no scalar, and without architecture in the name. */
    static @Nullable DebPackage exactly(Map<?, ?> entry) {
        Map<Object, Object> told = new HashMap<>();
        FIELDS.forEach(field -> {
            if (!PlainValue.isMissing(entry.get(field))) {
                told.put(field, entry.get(field));
            }
        });
        DebPackage deb = told.values().stream().allMatch(PlainValue::isScalar) ? of(told) : null;
        return deb == null ? null : deb.withoutEpoch0().withBareName();
    }

    private DebPackage withoutEpoch0() {
        return version.startsWith("0:") ? new DebPackage(name, version.substring(2), arch) : this;
    }

    /** Some tools put the architecture behind the name, {@code libc6:amd64} (Q39). */
    private DebPackage withBareName() {
        int colon = name.indexOf(':');
        String behind = name.substring(colon + 1);
        return colon > 0 && !behind.isEmpty() && (arch == null || arch.equals(behind))
                ? new DebPackage(name.substring(0, colon), version, behind)
                : this;
    }

    String shown() {
        return arch == null ? version : version + "." + arch;
    }

    boolean isInsightsClient() {
        return name.contains(INSIGHTS_CLIENT);
    }
}

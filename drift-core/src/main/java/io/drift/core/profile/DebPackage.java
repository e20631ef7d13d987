package io.drift.core.profile;

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

    /** The name without the architecture that some tools put behind it, {@code libc6:amd64} (Q39). */
    String bareName() {
        int colon = name.indexOf(':');
        return colon > 0 ? name.substring(0, colon) : name;
    }

    String shown() {
        return arch == null ? version : version + "." + arch;
    }

    boolean isInsightsClient() {
        return name.contains(INSIGHTS_CLIENT);
    }
}

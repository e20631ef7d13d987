package io.drift.core.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of {@code deb_packages} read exactly: packages, and whatever else an entry tells, as an entry of any list
 * (Q32, Q38).
 */
final class DebEntries {

    static final String PART = "deb_packages";

    private final ExactPackages packages;
    private final Shapes shapes;
    private final LeafSink leaves;

    DebEntries(ExactPackages packages, Shapes shapes, LeafSink leaves) {
        this.packages = packages;
        this.shapes = shapes;
        this.leaves = leaves;
    }

    void add(List<@Nullable Object> entries) {
        List<@Nullable Object> others = new ArrayList<>(0);
        Map<String, List<Map<?, ?>>> listed = new LinkedHashMap<>();
        for (Object entry : entries) {
            DebPackage deb = entry instanceof Map<?, ?> object ? DebPackage.exactly(object) : null;
            if (deb == null) {
                others.add(entry);
            } else {
                packages.install(deb);
                listed.computeIfAbsent(deb.name(), any -> new ArrayList<>(1)).add((Map<?, ?>) entry);
            }
        }
        listed.forEach((name, same) -> {
            if (same.stream().anyMatch(DebEntries::tellsMore)) {
                same.forEach(entry -> others.add(further(name, entry, same.size() > 1)));
            }
        });
        shapes.add(PART, others, leaves);
    }

    private static boolean tellsMore(Map<?, ?> entry) {
        return entry.entrySet().stream()
                .anyMatch(field ->
                        !DebPackage.FIELDS.contains(field.getKey()) && !PlainValue.isMissing(field.getValue()));
    }

    /** The fields that the package does not tell; all of them where it would get lost which belong together (Q35). */
    private static Map<Object, Object> further(String name, Map<?, ?> entry, boolean ofSeveral) {
        Map<Object, Object> further = new HashMap<>(entry);
        if (!ofSeveral) {
            further.keySet().removeAll(DebPackage.FIELDS);
        }
        further.put("name", name);
        return further;
    }
}

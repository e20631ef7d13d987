package io.drift.collector.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A package of a Debian system.
 *
 * @param name perhaps with its architecture behind a colon
 * @param version perhaps with an epoch in front
 * @param arch null if the list does not tell
 */
record DebEntry(String name, String version, @Nullable String arch) {

    boolean tellsArch() {
        return arch != null || name.indexOf(':') > 0;
    }

    void addTo(ArrayNode entries) {
        ObjectNode entry = entries.addObject().put("name", name).put("version", version);
        if (arch != null) {
            entry.put("arch", arch);
        }
    }
}

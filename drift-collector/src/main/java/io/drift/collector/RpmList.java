package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Packages of rpm: name, epoch, version, release, architecture and when it was installed, with tabs between. That time is
 * different on each machine, so it is in the collection and not among the facts.
 */
final class RpmList {

    private static final String NONE = "(none)";
    private static final int FIELDS = 6;

    private RpmList() {}

    static boolean read(Section section, HostDraft host) {
        ArrayNode packages = host.profile().withArrayProperty("installed_packages");
        boolean understood = true;
        for (String line : section.content().split("\n")) {
            String[] fields = line.split("\t", -1);
            if (fields.length == FIELDS && !fields[0].isEmpty()) {
                packages.add(nevra(fields));
            } else {
                understood &= line.isBlank();
            }
        }
        return understood;
    }

    /** Keys that sign packages are listed as packages without an architecture. */
    private static String nevra(String... fields) {
        String version = fields[2] + "-" + fields[3];
        if (fields[4].equals(NONE)) {
            return fields[0] + "-" + version;
        }
        return fields[0] + "-" + (fields[1].equals(NONE) ? "0" : fields[1]) + ":" + version + "." + fields[4];
    }
}

package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/**
 * Packages of rpm: name, epoch, version, release, architecture and when it was installed, with tabs between. That time is
 * different on each machine, so it is in the collection and not among the facts.
 */
final class RpmList {

    private static final String NONE = "(none)";

    private RpmList() {}

    static boolean read(Section section, HostDraft host) {
        ArrayNode packages = host.profile().withArrayProperty("installed_packages");
        boolean understood = true;
        for (String line : section.content().split("\n")) {
            String nevra = nevra(line);
            if (nevra != null) {
                packages.add(nevra);
            } else {
                understood &= line.isBlank();
            }
        }
        return understood;
    }

    /** Null if the line has not six fields. Keys that sign packages are listed as packages without an architecture. */
    private static @Nullable String nevra(String line) {
        int name = line.indexOf('\t');
        int epoch = line.indexOf('\t', name + 1);
        int version = line.indexOf('\t', epoch + 1);
        int release = line.indexOf('\t', version + 1);
        int arch = line.indexOf('\t', release + 1);
        boolean isPackage = 0 < name && name < epoch && epoch < version && version < release && release < arch;
        if (!isPackage || line.indexOf('\t', arch + 1) > 0) {
            return null;
        }
        String versionAndRelease = line.substring(epoch + 1, version) + "-" + line.substring(version + 1, release);
        String nameAndDash = line.substring(0, name) + "-";
        if (isNone(line, release + 1, arch)) {
            return nameAndDash + versionAndRelease;
        }
        String epochOrZero = isNone(line, name + 1, epoch) ? "0" : line.substring(name + 1, epoch);
        return nameAndDash + epochOrZero + ":" + versionAndRelease + "." + line.substring(release + 1, arch);
    }

    private static boolean isNone(String line, int from, int end) {
        return end - from == NONE.length() && line.startsWith(NONE, from);
    }
}

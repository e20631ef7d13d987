package io.drift.collector.source;

import io.drift.collector.HostDraft;
import java.util.ArrayList;
import java.util.List;

/** A list of packages while it is read line by line: the packages, and the lines that are none. */
final class PackageList {

    /** The group of the facts of all packages, of whatever kind. */
    static final String GROUP = "installed_packages";

    private static final String DEB_GROUP = "deb_packages";

    private final HostDraft host = new HostDraft();
    private final List<Integer> others = new ArrayList<>();
    private int packages;

    /** Adds a package as profiles name it, {@code bash-5.1.8-9.el9.x86_64}. */
    void add(String nevra) {
        packages++;
        host.profile().withArrayProperty(GROUP).add(nevra);
    }

    void add(DebEntry deb) {
        packages++;
        deb.addTo(host.profile().withArrayProperty(DEB_GROUP));
    }

    /** Notes a line that is no package. */
    void other(int lineNumber) {
        others.add(lineNumber);
    }

    /** Says that packages are missing, so that a missing one is not taken for one that is not there. */
    void incomplete() {
        host.notLookedAt(GROUP);
    }

    /** Says that the list has no part of this kind, by its name among what was not looked at. */
    void untold(String part) {
        host.notLookedAt(part);
    }

    boolean isEmpty() {
        return packages == 0;
    }

    /**
     * Hands over what was read.
     *
     * @throws UnreadableSourceException if there is no package
     */
    void end(Findings found) throws UnreadableSourceException {
        if (isEmpty()) {
            throw new UnreadableSourceException("there is no installed package in this list");
        }
        host.onlyLookedAt(GROUP, DEB_GROUP);
        if (!others.isEmpty()) {
            incomplete();
            found.missing(LineNumbers.inWords(others, "no package"));
        }
        found.host(host);
    }
}

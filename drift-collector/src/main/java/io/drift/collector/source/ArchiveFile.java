package io.drift.collector.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * A sosreport or an archive of the Insights client, or the tree of a system such as a container's: a tar, packed or not,
 * perhaps with such archives in it.
 */
final class ArchiveFile implements SourceFormat {

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public String reads() {
        return "a sosreport or an archive of insights-client, or its folder; a tar of the tree of a system";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return beginning.isArchive();
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        ArchivedMachines machines = new ArchivedMachines();
        new TarWalk(machines, new ArchiveLimits()).read(in);
        machines.tell(found);
    }
}

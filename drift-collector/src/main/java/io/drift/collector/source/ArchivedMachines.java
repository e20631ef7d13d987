package io.drift.collector.source;

import io.drift.collector.HostDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The machines of an archive, while its files come by. Of a file that does not matter only its name is looked at. */
final class ArchivedMachines {

    private static final int MOST_MACHINES = 1000;
    /** What an image has at its root, in the form of Docker and in that of OCI. */
    private static final Set<String> OF_IMAGE = Set.of("manifest.json", "oci-layout");

    private final Map<String, ArchivedMachine> machines = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();
    private int odd;
    private boolean isImage;

    /** A file whose content is read only if it matters. */
    interface Content {
        byte[] read() throws IOException;
    }

    /** Adds a file, by the name that the archive has it under. */
    void addFile(String name, String archive, Content content) throws IOException {
        Optional<ArchivePath> place = ArchivePath.parse(name);
        if (place.isEmpty()) {
            odd++;
            return;
        }
        String path = place.get().path();
        isImage |= archive.isEmpty() && OF_IMAGE.contains(path);
        machine(archive, place.get()).mark(path);
        if (ArchivedSections.isKnown(path)) {
            byte[] bytes = content.read();
            if (ArchiveLimits.isTooLong(bytes)) {
                missing.add(path + " is longer than is read");
            } else if (!machine(archive, place.get()).add(path, bytes)) {
                missing.add(path + " is there twice, so that neither was read");
            }
        }
    }

    void addLink(String name, String archive, String target) throws UnreadableSourceException {
        Optional<ArchivePath> place = ArchivePath.parse(name);
        if (place.isPresent() && ArchivedSections.isZone(place.get().path(), target)) {
            machine(archive, place.get()).addLink(place.get().path(), target);
        }
    }

    private ArchivedMachine machine(String archive, ArchivePath place) throws UnreadableSourceException {
        String root = archive + "\n" + place.root();
        if (!machines.containsKey(root) && machines.size() >= MOST_MACHINES) {
            throw new UnreadableSourceException(
                    "this archive has more than " + MOST_MACHINES + " folders at its root, so it is none of a machine");
        }
        return machines.computeIfAbsent(root, any -> new ArchivedMachine());
    }

    /** Says that an archive ended too early, or that one in it could not be read. */
    void missing(String what) {
        missing.add(what);
    }

    /**
     * Hands over what was found. A tree of a system counts where no collector left anything: within what one left there
     * may be such trees, too.
     *
     * @throws UnreadableSourceException if there is no machine
     */
    void tell(Findings found) throws UnreadableSourceException {
        if (!tell(ArchivedMachine::isCollected, found)) {
            refuseImage();
            if (!tell(ArchivedMachine::isTree, found)) {
                throw new UnreadableSourceException("this archive has neither sos_commands nor insights_commands,"
                        + " or nothing in them that is known, and is no tree of a system with its os-release"
                        + (missing.isEmpty() ? "" : "; " + missing.get(0)));
            }
            found.remark("this is the tree of a system that does not run: what only a running one knows was not looked"
                    + " at, nor a database of rpm");
        }
        missing.forEach(found::missing);
        if (odd > 0) {
            found.missing(odd + (odd == 1 ? " entry has" : " entries have")
                    + " a place outside of the archive, or one that no file has, and "
                    + (odd == 1 ? "was" : "were") + " left out");
        }
    }

    private boolean tell(Predicate<ArchivedMachine> kind, Findings found) throws UnreadableSourceException {
        boolean hosts = false;
        for (ArchivedMachine machine : machines.values()) {
            Optional<HostDraft> host = kind.test(machine) ? machine.host(found) : Optional.empty();
            if (host.isPresent()) {
                found.host(host.get());
                hosts = true;
            }
        }
        return hosts;
    }

    /** A layer may change or remove what another one has, so none of them is what a container would see. */
    private void refuseImage() throws UnreadableSourceException {
        if (isImage) {
            throw new UnreadableSourceException("this is an image in layers, as docker save and podman save write it:"
                    + " give the tree of a container of it, docker export $(docker create IMAGE) > image.tar");
        }
    }
}

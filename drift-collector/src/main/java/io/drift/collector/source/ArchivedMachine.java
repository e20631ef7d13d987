package io.drift.collector.source;

import io.drift.collector.HostDraft;
import io.drift.collector.MachineReader;
import io.drift.collector.PrintedText;
import io.drift.collector.Section;
import io.drift.core.profile.LookedAt;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The files of one machine in an archive, and the sections of a collection that they stand for. */
final class ArchivedMachine {

    private final Map<String, String> files = new TreeMap<>();
    /** Of these nobody knows which one counts. */
    private final Set<String> repeated = new HashSet<>();

    private boolean isCollected;

    /** Whether there is something that a collector of support data leaves. */
    boolean isCollected() {
        return isCollected;
    }

    /** Whether it is the root of a system that does not run, such as a container's. */
    boolean isTree() {
        return files.containsKey("etc/os-release") || files.containsKey("usr/lib/os-release");
    }

    void mark(String path) {
        isCollected |= path.startsWith("sos_commands/")
                || path.startsWith("insights_commands/")
                || path.startsWith("sos_reports/");
    }

    /**
     * Takes a file.
     *
     * @return false if a file of this name was there already; none of them counts then
     */
    boolean add(String path, byte[] content) {
        if (repeated.contains(path) || files.remove(path) != null) {
            repeated.add(path);
            return false;
        }
        files.put(path, PrintedText.of(content));
        return true;
    }

    /** The name of a time zone is only in a link. */
    void addLink(String path, String target) {
        if (ArchivedSections.isZone(path, target)) {
            files.put(path, target);
        }
    }

    /** What the files say; empty if there is none that matters, or nothing in them that can be read. */
    Optional<HostDraft> host(Findings found) {
        Map<String, Section> sections = new LinkedHashMap<>();
        AtomicInteger leftOut = new AtomicInteger();
        for (ArchivedSection one : ArchivedSections.ALL) {
            if (!sections.containsKey(one.name())) {
                one.content(files, leftOut::addAndGet)
                        .ifPresent(text -> sections.put(one.name(), Section.read(one.name(), text)));
            }
        }
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        HostDraft host = MachineReader.read(sections);
        if (host.isBlank()) {
            return Optional.empty();
        }
        Secrets.tell(leftOut.get(), found);
        host.missing().forEach(found::missing);
        if (sections.containsKey("rpm")
                && !host.isMisunderstood("rpm")
                && !RpmOutput.hasEpochs(sections.get("rpm").content())) {
            host.notLookedAt(LookedAt.EPOCHS);
            found.remark("the list of packages in this archive tells no epochs, so nobody knows whether a package that"
                    + " another list tells with one is the same");
        }
        return Optional.of(host);
    }
}

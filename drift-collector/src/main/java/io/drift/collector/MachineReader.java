package io.drift.collector;

import io.drift.collector.Part.Role;
import io.drift.collector.Section.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a machine said of itself, whoever carried it here: a collection, or an archive whose files stand for the same
 * sections. What no section tells of, nobody looked at.
 *
 * <pre>{@code
 * Section release = Section.read("os-release", "ID=debian\nVERSION_ID=12\n");
 * HostDraft host = MachineReader.read(Map.of(release.name(), release));
 * String json = host.document().toString();
 * }</pre>
 */
public final class MachineReader {

    private final HostDraft host = new HostDraft();
    private final Set<String> lookedAt = new LinkedHashSet<>();
    /** Of what could not be read in one way; another way may have told it. */
    private final Set<String> failedWays = new LinkedHashSet<>();

    private final Set<String> unknown = new LinkedHashSet<>();
    /** What stands in them is not what was expected. */
    private final List<Part> misunderstood = new ArrayList<>();

    private MachineReader() {}

    /**
     * Reads sections.
     *
     * @param sections by name; names that are not in the table are ignored
     * @return a host document, with its name, id and date where the sections tell them
     */
    public static HostDraft read(Map<String, Section> sections) {
        MachineReader reader = new MachineReader();
        for (Part part : MachineParts.ALL) {
            Section section = sections.get(part.section());
            if (section != null) {
                reader.read(part, section);
            }
        }
        Identity.of(sections).tell(reader.host);
        return reader.end();
    }

    /** Whether something is missing. A way that tells nothing at all is one that this machine does not have. */
    static boolean isBroken(Section section) {
        boolean isWay = MachineParts.ALL.stream()
                .filter(part -> part.section().equals(section.name()))
                .allMatch(part -> part.role() == Role.WAY);
        return section.status() == Status.FAILED && (section.hasContent() || !isWay);
    }

    private void read(Part part, Section section) {
        boolean understood = section.hasContent() && part.reader().read(section, host);
        if (section.status() == Status.READ && section.hasContent() && !understood) {
            misunderstood.add(part);
        }
        boolean known = isKnown(part, section, understood);
        if (known) {
            lookedAt.addAll(part.groups());
        } else if (section.status() == Status.ABSENT || section.status() == Status.SKIPPED) {
            return;
        } else if (part.role() == Role.WAY) {
            failedWays.addAll(part.groups());
        } else {
            unknown.addAll(part.groups());
        }
    }

    private static boolean isKnown(Part part, Section section, boolean understood) {
        return switch (section.status()) {
            case READ -> understood || !section.hasContent();
            case ABSENT -> part.role() == Role.WHOLE;
            case FAILED, DENIED, SKIPPED -> false;
        };
    }

    private HostDraft end() {
        failedWays.removeAll(lookedAt);
        unknown.addAll(failedWays);
        host.onlyLookedAt(lookedAt.toArray(String[]::new));
        unknown.forEach(host::notLookedAt);
        misunderstood.stream()
                .filter(part -> part.groups().stream().anyMatch(unknown::contains))
                .map(Part::section)
                .distinct()
                .forEach(host::misunderstood);
        return host;
    }
}

package io.drift.cli;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of one machine: the newest is the machine as it is, the others are its history (Q42).
 *
 * @param files those with its id, in the order given; at least one
 */
record MachineFiles(List<ReadSystem> files) {

    /** Of those that may be the newest, the last one given; one that was asked for as of a moment only if it is alone. */
    ReadSystem newest() {
        List<ReadSystem> candidates = candidates();
        List<ReadSystem> current = candidates.stream()
                .filter(one -> candidates.stream().noneMatch(one::isMomentOf))
                .toList();
        return current.get(current.size() - 1);
    }

    /** Those of the latest date, and those of which nobody knows the date. */
    private List<ReadSystem> candidates() {
        Instant latest = files.stream()
                .flatMap(file -> file.date().instant().stream())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return files.stream()
                .filter(file -> file.date()
                        .instant()
                        .map(date -> !date.isBefore(latest))
                        .orElse(true))
                .toList();
    }

    /** Machines that were copied have one id, and are told apart by nothing but their names. */
    Optional<String> warning() {
        List<String> names = files.stream()
                .filter(file -> Objects.equals(file.id(), files.get(0).id()))
                .map(ReadSystem::shownName)
                .distinct()
                .toList();
        if (names.size() == 1) {
            return Optional.empty();
        }
        return Optional.of(
                String.join(", ", names) + " have one id, and so are compared as one machine and its history;"
                        + " if one is a copy of the other, give it a machine-id of its own");
    }

    /** What was decided where the dates do not tell which one is the newest; empty where they do. */
    Optional<String> remark() {
        List<ReadSystem> candidates = candidates();
        if (candidates.size() == 1) {
            return Optional.empty();
        }
        ReadSystem newest = newest();
        Optional<ReadSystem> current = candidates.stream()
                .filter(one -> candidates.stream().anyMatch(one::isMomentOf))
                .findFirst();
        if (current.isPresent()) {
            return Optional.of(current.get().where() + " is the current profile, of "
                    + current.get().date().text()
                    + ": the server has none between that moment and now; name an earlier one");
        }
        String which = candidates.stream().map(ReadSystem::where).collect(Collectors.joining(", "));
        return Optional.of(newest.shownName() + ": dates do not tell which is the newest of " + which
                + "; so the last one given, " + newest.where() + ", is the system, and the others are its history");
    }
}

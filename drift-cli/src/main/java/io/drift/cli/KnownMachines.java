package io.drift.cli;

import io.drift.core.source.SourceId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which machines that were asked just now are systems that a server knows. Each has an id of its own there, so one is known by
 * what no two machines have both: its host name, and the address of a network card. Where several fit, none is.
 */
final class KnownMachines {

    /** Each machine is called so by itself. */
    private static final String NOBODY = "localhost";

    private final Map<SourceId, SourceId> onServer = new HashMap<>();

    /** Looks at all that was read. */
    KnownMachines(List<ReadSystem> read) {
        List<ReadSystem> known = read.stream()
                .filter(one -> one.isOfServer() && one.id() != null)
                .toList();
        read.stream().filter(asked -> asked.isMachine() && asked.id() != null).forEach(asked -> {
            List<SourceId> same = known.stream()
                    .filter(one -> isSame(asked, one))
                    .map(one -> SourceId.of(one.id()))
                    .distinct()
                    .toList();
            if (same.size() == 1) {
                onServer.put(SourceId.of(asked.id()), same.get(0));
            }
        });
    }

    private static boolean isSame(ReadSystem asked, ReadSystem known) {
        String fqdn = asked.fqdn();
        return fqdn != null
                && !fqdn.startsWith(NOBODY)
                && fqdn.equals(known.fqdn())
                && !Collections.disjoint(asked.networkCards(), known.networkCards());
    }

    /** The id that all have that are one machine. */
    SourceId machineOf(String id) {
        SourceId own = SourceId.of(id);
        return onServer.getOrDefault(own, own);
    }
}

package io.drift.testkit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The faults of the services that are still to happen. Thread-safe. */
final class Faults {

    private final Map<PlatformService, List<Pending>> pending = new EnumMap<>(PlatformService.class);

    private static final class Pending {
        private final Fault fault;
        private int callsLeft;

        Pending(Fault fault) {
            this.fault = fault;
            this.callsLeft = fault.calls();
        }
    }

    synchronized void add(PlatformService service, Fault fault) {
        pending.computeIfAbsent(service, first -> new ArrayList<>()).add(new Pending(fault));
    }

    /** What becomes of an answer: the first fault that applies happens to it, and is used up by that. */
    synchronized Delivery happenTo(PlatformService service, String path, Delivery delivery) {
        List<Pending> ofService = pending.getOrDefault(service, List.of());
        for (Pending one : ofService) {
            if (one.fault.appliesTo(path)) {
                one.callsLeft--;
                ofService.removeIf(used -> used.callsLeft == 0);
                return one.fault.happensTo(delivery);
            }
        }
        return delivery;
    }

    synchronized void heal(PlatformService service) {
        pending.remove(service);
    }
}

package io.drift.server.faults;

import io.drift.testkit.Fault;
import io.drift.testkit.PlatformService;

/** A service, or one kind of its documents, that something goes wrong with. */
enum FaultyService {
    INVENTORY("inventory", PlatformService.INVENTORY, "", FaultStage.SYSTEMS),
    PROFILES("only its profiles", PlatformService.INVENTORY, "/system_profile", FaultStage.SYSTEMS),
    TAGS("only its tags", PlatformService.INVENTORY, "/tags", FaultStage.SYSTEMS),
    BASELINES("baselines", PlatformService.BASELINES, "", FaultStage.BASELINES),
    HISTORICAL_PROFILES("historical profiles", PlatformService.HISTORICAL_PROFILES, "", FaultStage.PROFILES),
    RBAC("permissions", PlatformService.RBAC, "", FaultStage.VERSION);

    final String words;
    final PlatformService service;
    private final String path;
    /** A request that needs this service, and besides only permissions. */
    final String alone;

    FaultyService(String words, PlatformService service, String path, String alone) {
        this.words = words;
        this.service = service;
        this.path = path;
        this.alone = alone;
    }

    boolean isWhole() {
        return path.isEmpty();
    }

    Fault here(Fault fault) {
        return fault.on(path);
    }
}

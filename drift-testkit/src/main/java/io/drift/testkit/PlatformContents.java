package io.drift.testkit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What the services of a fake platform know by themselves. Thread-safe. */
final class PlatformContents {

    private static final List<String> EVERYTHING = List.of("drift:*:*", "inventory:*:*");

    private final Shelf<SystemDocument> systems = new Shelf<>();
    private final Shelf<BaselineDocument> baselines = new Shelf<>();
    private final Shelf<HistoricalProfileDocument> historicalProfiles = new Shelf<>();
    private final AtomicBoolean shortLists = new AtomicBoolean();
    private final AtomicReference<List<String>> granted = new AtomicReference<>(EVERYTHING);

    private final Map<PlatformService, ServiceAnswers> services = new EnumMap<>(Map.of(
            PlatformService.INVENTORY, new InventoryAnswers(systems, shortLists),
            PlatformService.BASELINES, new BaselineAnswers(baselines),
            PlatformService.HISTORICAL_PROFILES, new HistoricalProfileAnswers(historicalProfiles),
            PlatformService.RBAC, new AccessAnswers(granted)));

    void put(PlatformDocument document) {
        if (document instanceof SystemDocument system) {
            systems.put(system.id(), system);
        } else if (document instanceof BaselineDocument baseline) {
            baselines.put(baseline.id(), baseline);
        } else if (document instanceof HistoricalProfileDocument profile) {
            historicalProfiles.put(profile.id(), profile);
        }
    }

    void setShortLists(boolean shortLists) {
        this.shortLists.set(shortLists);
    }

    void grant(List<String> permissions) {
        granted.set(permissions);
    }

    Optional<ScriptedAnswer> answer(PlatformService service, String target) {
        return services.get(service).to(CallTarget.parse(target));
    }

    void reset() {
        systems.clear();
        baselines.clear();
        historicalProfiles.clear();
        shortLists.set(false);
        granted.set(EVERYTHING);
    }
}

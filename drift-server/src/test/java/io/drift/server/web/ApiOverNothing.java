package io.drift.server.web;

import io.drift.core.CompareSystems;
import io.drift.core.ComparisonsByReading;
import io.drift.core.access.Entitlement;
import io.drift.core.access.RequiredPermissions;
import io.drift.core.profile.Reading;
import io.drift.registry.Registry;
import io.drift.registry.contract.MemoryStores;
import io.drift.server.ReportFormats;
import io.drift.server.baselines.CopiedProfiles;
import io.drift.server.limits.RequestLimits;
import io.drift.server.observability.DriftMetrics;
import io.drift.server.observability.Readiness;
import io.drift.server.security.RequestGate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The API where there is nothing to compare, for tests of what it answers without. */
final class ApiOverNothing {

    private ApiOverNothing() {}

    static WebApi withOwnSystems() {
        CopiedProfiles nothing = new CopiedProfiles((ids, context) -> List.of(), (ids, context) -> List.of());
        return at("/api/drift").withOwnSystems(Registry.over(new MemoryStores(), Clock.systemUTC()), nothing);
    }

    static WebApi at(String basePath) {
        CompareSystems nothing = CompareSystems.of((ids, context) -> List.of());
        DriftMetrics metrics = new DriftMetrics();
        return new WebApi(
                ServedComparisons.withoutPolicy(ComparisonsByReading.of(List.of(Reading.ARCHIVED), reading -> nothing)),
                context -> {
                    throw new AssertionError();
                },
                new RequestGate(Entitlement.INSIGHTS, null, RequiredPermissions.READ_COMPARISONS, null),
                basePath,
                new ManagementRoutes(metrics, new Readiness()),
                metrics.reports(),
                RequestLimits.of(Duration.ofSeconds(30), 1000, Clock.systemUTC()),
                ReportFormats.ALL,
                ReportFormats.BY_NAME);
    }
}

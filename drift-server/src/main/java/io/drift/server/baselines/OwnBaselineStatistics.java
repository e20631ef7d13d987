package io.drift.server.baselines;

import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.RequestContext;
import io.drift.registry.Registry;
import io.drift.registry.store.BaselineHead;
import io.drift.registry.store.BaselinePage.Listed;
import io.drift.registry.store.BaselineQuery;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemQuery;
import java.util.List;

/**
 * How much own baselines are used.
 *
 * @param registry where they are
 * @param org whose they are
 */
public record OwnBaselineStatistics(Registry registry, OrgId org) implements BaselineStatistics {

    private static final BaselineQuery ALL = BaselineQuery.ALL.withWindow(new SystemQuery.Window(0, Integer.MAX_VALUE));

    @Override
    public String find(RequestContext context) {
        List<BaselineHead> heads = registry.baselines().page(org, ALL).baselines().stream()
                .map(Listed::head)
                .toList();
        return new BaselineStatus(
                        heads,
                        registry.baselineSystems().all(org),
                        registry.clock().instant())
                .document()
                .toString();
    }
}

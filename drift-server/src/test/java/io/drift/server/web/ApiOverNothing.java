package io.drift.server.web;

import io.drift.core.CompareSystems;
import io.drift.core.access.Entitlement;
import io.drift.server.security.RequestGate;
import java.util.List;

/** The API where there is nothing to compare, for tests of what it answers without. */
final class ApiOverNothing {

    private ApiOverNothing() {}

    static WebApi at(String basePath) {
        CompareSystems nothing = CompareSystems.of(
                (ids, context) -> List.of(), (ids, context) -> List.of(), (ids, context) -> List.of());
        return new WebApi(nothing, new RequestGate(Entitlement.INSIGHTS, null, null), basePath);
    }
}

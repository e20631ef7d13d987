package io.drift.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drift.core.port.RequestContext;
import io.drift.registry.Registry;
import io.drift.registry.store.Association;
import io.drift.registry.store.OrgId;
import io.drift.server.baselines.BaselineJson;
import io.drift.server.baselines.OwnBaselineStatistics;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/system-baseline/internal/v1}, which other services call when systems change, and
 * {@code /api/system-baseline/admin}.
 */
final class BaselineServiceRoutes {

    private static final String INTERNAL = BaselineRoutes.PATH + "/internal/v1";
    private static final JsonNode OK = TextNode.valueOf("OK");

    /** A system and the groups that it is in now. */
    private record Regrouping(String system, List<JsonMembers> groups) {

        static Regrouping parse(Context request, Map<?, ?> body) {
            return new Regrouping(
                    request.pathParam("systems"),
                    JsonMembers.of(body, Set.of("groups")).objects("groups"));
        }

        List<Association.Group> parsed() {
            return groups.stream()
                    .map(group -> new Association.Group(
                            BaselineIds.parseOne(group.required("id", String.class, "string")), group.text("name")))
                    .toList();
        }
    }

    private final Registry registry;
    private final OrgId org = OrgId.LOCAL;

    BaselineServiceRoutes(Registry registry) {
        this.registry = registry;
    }

    List<Route<?>> routes() {
        return List.of(
                BaselineRoutes.version(INTERNAL + "/version"),
                Route.gated(
                        "GET",
                        INTERNAL + "/baselines",
                        RequestForm.ofQuery(
                                Set.of("system_id"), parameters -> new OfSystem(parameters.first("system_id"))),
                        this::baselines),
                Route.gated(
                        "PATCH",
                        INTERNAL + "/systems/{systems}",
                        RequestForm.ofPathAndJson(Regrouping::parse),
                        this::regroup),
                Route.gated("DELETE", INTERNAL + "/systems/{systems}", BaselineRoutes.ids("systems"), this::dissociate),
                Route.gated(
                        "POST",
                        INTERNAL + "/systems/deletion_request",
                        RequestForm.ofJson(body ->
                                JsonMembers.of(body, Set.of("system_ids")).texts("system_ids")),
                        this::dissociate),
                AdminRoutes.route(BaselineRoutes.PATH, new OwnBaselineStatistics(registry, org)));
    }

    /** The id of a system; null for all systems. */
    private record OfSystem(@Nullable String id) {}

    /** A baseline is named once, however many systems it has. */
    private void baselines(OfSystem asked, RequestContext context, Context request) {
        List<Association> found = asked.id() == null
                ? registry.baselineSystems().all(org)
                : registry.baselineSystems().ofSystems(org, List.of(BaselineIds.parseOne(asked.id())));
        BaselineRoutes.answer(
                BaselineJson.ids(
                        found.stream().map(Association::baselineId).distinct().toList()),
                request);
    }

    private void regroup(Regrouping asked, RequestContext context, Context request) {
        UUID system = BaselineIds.parseOne(asked.system());
        List<Association> changed = registry.baselineSystems().regroup(org, system, asked.parsed());
        if (changed.isEmpty()) {
            throw Problem.notFound("no baseline has this system, so its groups are of no use and were not kept");
        }
        BaselineRoutes.answer(new BaselineJson(org).associations(changed), request);
    }

    private void dissociate(List<String> ids, RequestContext context, Context request) {
        registry.baselineSystems().dissociateAll(org, BaselineIds.parse(ids));
        BaselineRoutes.answer(OK, request);
    }
}

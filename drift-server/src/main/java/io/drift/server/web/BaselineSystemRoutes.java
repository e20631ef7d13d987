package io.drift.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drift.core.port.RequestContext;
import io.drift.registry.baselines.BaselineSystems;
import io.drift.registry.store.Association;
import io.drift.registry.store.OrgId;
import io.drift.server.baselines.BaselineJson;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code /api/system-baseline/v1/baselines/{id}/systems}: which systems are meant to be as a baseline says. */
final class BaselineSystemRoutes {

    private static final String SYSTEMS = BaselineRoutes.PATH + "/v1/baselines/{ids}/systems";
    private static final String GROUP_IDS = "group_ids[]";
    private static final String GROUP_NAMES = "group_names[]";
    private static final JsonNode OK = TextNode.valueOf("OK");

    /** The systems of a baseline that are in one of some groups; of all groups if none is named. */
    private record Listing(String baseline, List<String> groupIds, List<String> groupNames) {

        /** A system that is in no group is asked for by an empty id. */
        boolean includes(Association association) {
            if (groupIds.isEmpty() && groupNames.isEmpty()) {
                return true;
            }
            return association.groups().isEmpty()
                    ? groupIds.contains("")
                    : association.groups().stream()
                            .anyMatch(group -> groupIds.contains(group.id().toString())
                                    || group.name() != null && groupNames.contains(group.name()));
        }
    }

    /** Systems of a baseline. */
    private record Some(String baseline, List<String> systems) {

        static Some inPath(Context request, QueryParameters none) {
            return new Some(request.pathParam("ids"), BaselineIds.inPath("systems", request));
        }

        static Some inBody(Context request, Map<?, ?> body) {
            return new Some(
                    request.pathParam("ids"),
                    JsonMembers.of(body, Set.of("system_ids")).texts("system_ids"));
        }
    }

    private final BaselineSystems systems;
    private final OrgId org = OrgId.LOCAL;

    BaselineSystemRoutes(BaselineSystems systems) {
        this.systems = systems;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.gated(
                        "GET",
                        SYSTEMS,
                        RequestForm.ofPathAndQuery(
                                Set.of(GROUP_IDS, GROUP_NAMES),
                                (request, parameters) -> new Listing(
                                        request.pathParam("ids"),
                                        parameters.all(GROUP_IDS),
                                        parameters.all(GROUP_NAMES))),
                        this::list),
                Route.gated("POST", SYSTEMS, RequestForm.ofPathAndJson(Some::inBody), this::add),
                Route.gated(
                        "DELETE",
                        SYSTEMS + "/{systems}",
                        RequestForm.ofPathAndQuery(Set.of(), Some::inPath),
                        this::remove),
                Route.gated(
                        "POST", SYSTEMS + "/deletion_request", RequestForm.ofPathAndJson(Some::inBody), this::remove));
    }

    private void list(Listing asked, RequestContext context, Context request) {
        List<Association> found =
                systems.ofBaseline(org, BaselineIds.parseOne(asked.baseline())).orElseThrow(Problem::noSuchBaseline);
        answer(found.stream().filter(asked::includes).toList(), request);
    }

    private static void answer(List<Association> associations, Context request) {
        List<UUID> ids = associations.stream().map(Association::systemId).toList();
        BaselineRoutes.answer(BaselineJson.systemIds(ids), request);
    }

    private void add(Some asked, RequestContext context, Context request) {
        List<Association> all = systems.associate(
                        org, BaselineIds.parseOne(asked.baseline()), BaselineIds.parse(asked.systems()))
                .orElseThrow(Problem::noSuchBaseline);
        answer(all, request);
    }

    private void remove(Some asked, RequestContext context, Context request) {
        if (!systems.dissociate(org, BaselineIds.parseOne(asked.baseline()), BaselineIds.parse(asked.systems()))) {
            throw Problem.noSuchBaseline();
        }
        BaselineRoutes.answer(OK, request);
    }
}

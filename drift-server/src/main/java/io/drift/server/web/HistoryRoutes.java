package io.drift.server.web;

import io.drift.core.error.InvalidQueryException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.port.RequestContext;
import io.drift.core.profile.PythonText;
import io.drift.registry.Registry;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemState;
import io.drift.server.systems.HistoryJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code /api/historical-system-profiles/v1}: what own systems were. The first in a list is what a system is now. */
final class HistoryRoutes {

    static final String PATH = "/api/historical-system-profiles/v1";

    private static final int MOST = 100;
    private static final int USUAL = 50;

    /** States of one system. */
    private record Listing(UUID systemId, SystemQuery.Window window) {}

    private final Registry registry;
    private final OrgId org = OrgId.LOCAL;

    HistoryRoutes(Registry registry) {
        this.registry = registry;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.gated(
                        "GET",
                        PATH + "/version",
                        RequestForm.ofNothing(),
                        (none, context, request) ->
                                request.contentType("application/json").result("{\"version\":\"1.0.0\"}")),
                Route.gated(
                        "GET",
                        PATH + "/systems/{ids}",
                        RequestForm.ofPathAndQuery(Set.of("limit", "offset"), HistoryRoutes::parse),
                        this::states),
                Route.gated(
                        "GET",
                        PATH + "/profiles/{ids}",
                        RequestForm.ofPathAndQuery(Set.of(), (request, none) -> PathIds.parse(request)),
                        this::profiles));
    }

    private static Listing parse(Context request, QueryParameters parameters) {
        List<UUID> ids = PathIds.parse(request);
        if (ids.size() != 1) {
            throw Problem.badRequest("the history of one system is answered: ask for each");
        }
        int limit = HostWindow.number("limit", parameters.first("limit"), 1, MOST, USUAL);
        int offset = HostWindow.number("offset", parameters.first("offset"), 0, Integer.MAX_VALUE, 0);
        return new Listing(ids.get(0), new SystemQuery.Window(offset, limit));
    }

    private void states(Listing asked, RequestContext context, Context request) {
        List<SystemState> states = registry.history().states(org, asked.systemId(), asked.window());
        if (states.isEmpty() && asked.window().offset() == 0) {
            throw ItemNotReturnedException.inWords("no historical profiles found for inventory_id " + asked.systemId());
        }
        request.contentType("application/json").result(HistoryJson.states(states));
    }

    private void profiles(List<UUID> ids, RequestContext context, Context request) throws IOException {
        Set<UUID> once = new HashSet<>();
        List<String> twice = ids.stream()
                .filter(id -> !once.add(id))
                .distinct()
                .map(UUID::toString)
                .toList();
        if (!twice.isEmpty()) {
            throw new InvalidQueryException("duplicate IDs requested: " + PythonText.quoted(twice));
        }
        HeldProfiles held = new HeldProfiles(known -> known.state().id());
        registry.history().find(org, ids, held);
        List<KnownState> states = held.inOrder(ids);
        states.forEach(known -> once.remove(known.state().id()));
        if (!once.isEmpty()) {
            List<String> missing =
                    ids.stream().filter(once::contains).map(UUID::toString).toList();
            throw ItemNotReturnedException.ofIds(missing);
        }
        request.contentType("application/json");
        AnswerBody body = new AnswerBody(request, AnswerBody.Sending.UNHEARD);
        HistoryJson.write(states, org, body);
        body.finish();
    }
}

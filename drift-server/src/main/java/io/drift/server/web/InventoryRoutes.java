package io.drift.server.web;

import io.drift.collector.CollectScript;
import io.drift.core.port.RequestContext;
import io.drift.registry.Registry;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemPage;
import io.drift.registry.systems.UploadOutcome;
import io.drift.registry.systems.UploadedSystem;
import io.drift.server.systems.HostJson;
import io.drift.server.uploads.UploadItem;
import io.drift.server.uploads.UploadRoom;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** {@code /api/inventory/v1}: own systems, as the inventory of the platform answers, and their uploads. */
final class InventoryRoutes {

    static final String PATH = "/api/inventory/v1";

    private static final String HOSTS = PATH + "/hosts";
    private static final String JSON = "application/json";

    /** Ids in a path, and which page of them. */
    private record Some(List<UUID> ids, HostWindow window) {

        static final RequestForm<Some> FORM = RequestForm.ofPathAndQuery(
                HostWindow.PARAMETERS,
                (request, parameters) -> new Some(PathIds.parse(request), HostWindow.parse(parameters)));

        static final RequestForm<Some> WITHOUT_PAGES = RequestForm.ofPathAndQuery(
                Set.of(), (request, parameters) -> new Some(PathIds.parse(request), HostWindow.parse(parameters)));
    }

    private final Registry registry;
    private final OrgId org = OrgId.LOCAL;
    private final HostJson json;
    private final UploadRoom room = UploadRoom.within(Runtime.getRuntime().maxMemory());

    InventoryRoutes(Registry registry) {
        this.registry = registry;
        this.json = new HostJson(org, registry.staleness());
    }

    List<Route<?>> routes() {
        return List.of(
                Route.gated(
                        "GET",
                        HOSTS,
                        RequestForm.ofQuery(
                                HostQuery.PARAMETERS,
                                parameters -> new Page(HostQuery.parse(parameters), HostWindow.parse(parameters))),
                        this::page),
                Route.gated("POST", HOSTS, RequestForm.ofStream(UploadRequest::parse), this::upload),
                Route.gated("GET", HOSTS + "/{ids}", Some.FORM, this::hosts),
                Route.gated("DELETE", HOSTS + "/{ids}", Some.WITHOUT_PAGES, this::delete),
                Route.gated("GET", HOSTS + "/{ids}/system_profile", Some.FORM, this::profiles),
                Route.gated("GET", HOSTS + "/{ids}/tags", Some.FORM, this::tags),
                Route.gated("GET", "/collect.sh", RequestForm.ofNothing(), InventoryRoutes::script));
    }

    private record Page(HostQuery query, HostWindow window) {}

    private void page(Page asked, RequestContext context, Context request) {
        SystemPage found =
                registry.systems().page(org, asked.query().at(registry.clock().instant(), registry.staleness()));
        answer(json.hosts(found, asked.window().page(), asked.window().perPage()), request);
    }

    private static void answer(byte[] body, Context request) {
        request.contentType(JSON).result(body);
    }

    private void upload(UploadRequest asked, RequestContext context, Context request) {
        try (UploadRoom.Share share = room.share()) {
            keep(asked.read(request, share), request);
        }
    }

    private void keep(List<UploadItem> items, Context request) {
        List<UploadedSystem> good =
                items.stream().map(UploadItem::system).filter(Objects::nonNull).toList();
        items.stream()
                .map(UploadItem::fault)
                .filter(Objects::nonNull)
                .forEach(fault -> registry.uploads().reject(fault.reason()));
        List<UploadOutcome> outcomes = registry.uploads().upload(org, good);
        UploadAnswer answer = UploadAnswer.of(items, outcomes);
        answer(answer.body(), request.status(answer.status()));
    }

    private void hosts(Some asked, RequestContext context, Context request) {
        answer(json.hosts(found(asked), asked.window().page(), asked.window().perPage()), request);
    }

    private void tags(Some asked, RequestContext context, Context request) {
        answer(json.tags(found(asked), asked.window().page(), asked.window().perPage()), request);
    }

    private SystemPage found(Some asked) {
        List<UUID> ids = asked.ids().stream().distinct().toList();
        List<StoredSystem> systems = registry.systems().find(org, ids);
        refuseMissing(ids, systems.stream().map(StoredSystem::id).toList());
        return new SystemPage(asked.window().of(systems), systems.size());
    }

    private static void refuseMissing(List<UUID> asked, List<UUID> found) {
        List<String> missing = asked.stream()
                .filter(id -> !found.contains(id))
                .map(UUID::toString)
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.hostsNotFound(missing);
        }
    }

    private void profiles(Some asked, RequestContext context, Context request) throws IOException {
        List<UUID> all = asked.ids().stream().distinct().toList();
        List<UUID> ids = asked.window().of(all);
        HeldProfiles held = new HeldProfiles(known -> known.system().id());
        registry.systems().current(org, ids, held);
        List<KnownState> states = held.inOrder(ids);
        refuseMissing(ids, states.stream().map(known -> known.system().id()).toList());
        request.contentType(JSON);
        AnswerBody body = new AnswerBody(request, AnswerBody.Sending.UNHEARD);
        json.writeProfiles(
                states, all.size(), asked.window().page(), asked.window().perPage(), body);
        body.finish();
    }

    private void delete(Some asked, RequestContext context, Context request) {
        List<UUID> missing =
                registry.systems().delete(org, asked.ids().stream().distinct().toList());
        if (!missing.isEmpty()) {
            throw Problem.hostsNotFound(missing.stream().map(UUID::toString).toList());
        }
    }

    private static void script(QueryParameters none, RequestContext context, Context request) {
        request.contentType("text/x-shellscript; charset=utf-8").result(CollectScript.text());
    }
}

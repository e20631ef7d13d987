package io.drift.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.port.RequestContext;
import io.drift.registry.baselines.BaselineChange;
import io.drift.registry.baselines.BaselineName;
import io.drift.registry.baselines.Baselines;
import io.drift.registry.baselines.ProfileFacts;
import io.drift.registry.store.BaselinePage;
import io.drift.registry.store.BaselinePage.Listed;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredBaseline;
import io.drift.server.baselines.BaselineJson;
import io.drift.server.baselines.CopiedProfiles;
import io.drift.server.baselines.FactListPatch;
import io.drift.server.baselines.FactListReader;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/system-baseline/v1/baselines}: own baselines, as the archived service answered. */
final class BaselineRoutes {

    static final String PATH = "/api/system-baseline";

    private static final String BASELINES = PATH + "/v1/baselines";
    private static final String SOME = BASELINES + "/{ids}";
    private static final JsonNode OK = TextNode.valueOf("OK");

    /** Some baselines, and which page of them. */
    private record Some(List<String> ids, BaselineListing listing) {}

    /** A change of a baseline. */
    private record Patch(
            String id,
            String name,
            List<? extends Map<?, ?>> facts,
            @Nullable Boolean notifications) {}

    /** A copy of a baseline. */
    private record Copy(String id, @Nullable String name) {}

    private final Baselines baselines;
    private final CopiedProfiles profiles;
    private final OrgId org = OrgId.LOCAL;
    private final BaselineJson json = new BaselineJson(org);

    BaselineRoutes(Baselines baselines, CopiedProfiles profiles) {
        this.baselines = baselines;
        this.profiles = profiles;
    }

    List<Route<?>> routes() {
        return List.of(
                version(PATH + "/v1/version"),
                Route.gated(
                        "GET",
                        BASELINES,
                        RequestForm.ofQuery(BaselineListing.PARAMETERS, BaselineListing::parse),
                        this::page),
                Route.gated("POST", BASELINES, RequestForm.ofJson(NewBaseline::parse), this::create),
                Route.gated(
                        "POST",
                        BASELINES + "/deletion_request",
                        RequestForm.ofJson(body ->
                                JsonMembers.of(body, Set.of("baseline_ids")).texts("baseline_ids")),
                        this::delete),
                Route.gated(
                        "GET",
                        SOME,
                        RequestForm.ofPathAndQuery(
                                BaselineListing.PARAMETERS,
                                (request, parameters) -> new Some(
                                        BaselineIds.inPath("ids", request), BaselineListing.parse(parameters))),
                        this::some),
                Route.gated("DELETE", SOME, ids("ids"), this::delete),
                Route.gated("PATCH", SOME, RequestForm.ofPathAndJson(BaselineRoutes::patch), this::change),
                Route.gated(
                        "POST",
                        SOME,
                        RequestForm.ofPathAndQuery(Set.of("display_name"), BaselineRoutes::copy),
                        this::copy));
    }

    static Route<?> version(String path) {
        return Route.gated(
                "GET",
                path,
                RequestForm.ofNothing(),
                (none, context, request) ->
                        request.contentType("application/json").result("{\"version\":\"1.1.0\"}"));
    }

    static RequestForm<List<String>> ids(String name) {
        return RequestForm.ofPathAndQuery(Set.of(), (request, none) -> BaselineIds.inPath(name, request));
    }

    static void answer(JsonNode body, Context request) {
        request.contentType("application/json").result(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Patch patch(Context request, Map<?, ?> body) {
        JsonMembers members = JsonMembers.of(body, Set.of("display_name", "facts_patch", "notifications_enabled"));
        String name = members.required("display_name", String.class, "string");
        BaselineListing.checkedName(name);
        return new Patch(
                request.pathParam("ids"),
                name,
                members.objects("facts_patch").stream().map(JsonMembers::object).toList(),
                members.get("notifications_enabled", Boolean.class, "boolean"));
    }

    /** A body is not needed; what is sent has to be JSON all the same, so that no form of a web page comes through. */
    private static Copy copy(Context request, QueryParameters parameters) {
        JsonBody.refuseOtherTypes(request);
        String name = parameters.first("display_name");
        return new Copy(request.pathParam("ids"), BaselineListing.checkedName(name));
    }

    private void page(BaselineListing asked, RequestContext context, Context request) {
        BaselinePage page = baselines.page(org, asked.query());
        List<ObjectNode> data = page.baselines().stream().map(json::listed).toList();
        answer(envelope(page, asked, data, request), request);
    }

    private static ObjectNode envelope(
            BaselinePage page, BaselineListing asked, List<ObjectNode> data, Context request) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.putObject("meta")
                .put("count", page.count())
                .put("limit", asked.limit())
                .put("offset", asked.offset())
                .put("total_available", page.total());
        ObjectNode links = envelope.putObject("links");
        Map<String, String> all = asked.links(request.path(), page.count());
        List.of("first", "next", "previous", "last").forEach(name -> links.put(name, all.get(name)));
        envelope.putArray("data").addAll(data);
        return envelope;
    }

    private void some(Some asked, RequestContext context, Context request) {
        List<UUID> ids = BaselineIds.parse(asked.ids());
        Baselines.Facts found = baselines.facts(org, ids, asked.listing().query());
        if (!found.missing().isEmpty()) {
            throw ItemNotReturnedException.ofIds(
                    found.missing().stream().map(UUID::toString).toList());
        }
        List<ObjectNode> data = new ArrayList<>();
        for (Listed one : found.page().baselines()) {
            StoredBaseline whole =
                    Objects.requireNonNull(found.whole().get(one.head().id()));
            data.add(json.baseline(whole).put("mapped_system_count", one.systemCount()));
        }
        answer(envelope(found.page(), asked.listing(), data, request), request);
    }

    private void create(NewBaseline asked, RequestContext context, Context request) {
        BaselineName name = BaselineName.parse(asked.name());
        asked.refuseSeveral();
        ProfileFacts copied = copied(asked, context);
        if (copied == null) {
            List<?> facts = asked.facts() == null ? List.of() : asked.facts();
            answer(json.made(baselines.create(org, name, FactListReader.read(facts, "baseline_facts"))), request);
        } else {
            ObjectNode made = json.made(baselines.create(org, name, copied.drafts()));
            made.set("skipped_facts", BaselineJson.skipped(copied.skipped()));
            answer(made, request);
        }
    }

    private @Nullable ProfileFacts copied(NewBaseline asked, RequestContext context) {
        if (asked.systemId() != null) {
            return profiles.ofSystem(BaselineIds.parseOne(asked.systemId()), context);
        }
        return asked.historicalProfileId() == null
                ? null
                : profiles.ofHistory(BaselineIds.parseOne(asked.historicalProfileId()), context);
    }

    private void delete(List<String> ids, RequestContext context, Context request) {
        List<UUID> missing = baselines.delete(org, BaselineIds.parse(ids));
        if (!missing.isEmpty()) {
            throw ItemNotReturnedException.inWords("ids " + missing + " not available to delete");
        }
        answer(OK, request);
    }

    private void change(Patch asked, RequestContext context, Context request) {
        BaselineChange change = new BaselineChange(
                BaselineName.parse(asked.name()),
                asked.facts().isEmpty() ? null : FactListPatch.of(asked.facts()),
                asked.notifications());
        StoredBaseline changed =
                baselines.change(org, BaselineIds.parseOne(asked.id()), change).orElseThrow(Problem::noSuchBaseline);
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        answer(answer.add(json.baseline(changed)), request);
    }

    private void copy(Copy asked, RequestContext context, Context request) {
        BaselineName name = BaselineName.parse(asked.name() == null ? "" : asked.name());
        StoredBaseline copy =
                baselines.copy(org, BaselineIds.parseOne(asked.id()), name).orElseThrow(Problem::noSuchBaseline);
        answer(json.made(copy), request);
    }
}

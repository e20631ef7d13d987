package io.drift.server.web;

import io.drift.registry.baselines.BaselineName;
import io.drift.registry.store.BaselineQuery;
import io.drift.registry.store.BaselineQuery.Order;
import io.drift.registry.store.SystemQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page of baselines is asked for, as the archived service counted them.
 *
 * @param limit how many at most
 * @param offset how many come before
 * @param orderBy the word for what they are sorted by
 * @param orderHow {@code ASC} or {@code DESC}
 * @param namePart what their names have in them; null for any
 */
record BaselineListing(
        int limit,
        int offset,
        String orderBy,
        String orderHow,
        @Nullable String namePart) {

    static final Set<String> PARAMETERS = Set.of("limit", "offset", "order_by", "order_how", "display_name");
    static final int MOST = 100;

    private static final int USUAL = 50;
    private static final Map<String, Order> ORDERS =
            Map.of("display_name", Order.NAME, "created_on", Order.CREATED, "updated", Order.UPDATED);

    static BaselineListing parse(QueryParameters parameters) {
        String orderBy = parameters.first("order_by");
        if (orderBy != null && !ORDERS.containsKey(orderBy)) {
            throw Problem.badRequest(
                    Quoted.value(orderBy) + " is not one of ['display_name', 'created_on', 'updated'] - 'order_by'");
        }
        String orderHow = parameters.first("order_how");
        if (orderHow != null && !orderHow.equals("ASC") && !orderHow.equals("DESC")) {
            throw Problem.badRequest(Quoted.value(orderHow) + " is not one of ['ASC', 'DESC'] - 'order_how'");
        }
        return new BaselineListing(
                HostWindow.number("limit", parameters.first("limit"), 1, MOST, USUAL),
                HostWindow.number("offset", parameters.first("offset"), 0, Integer.MAX_VALUE, 0),
                orderBy == null ? "display_name" : orderBy,
                orderHow == null ? "ASC" : orderHow,
                checkedName(parameters.first("display_name")));
    }

    /** A name in a query or a body: whether it is one of a baseline is another question. */
    static @Nullable String checkedName(@Nullable String name) {
        if (name != null && name.isEmpty()) {
            throw Problem.badRequest("'' is too short - 'display_name'");
        }
        if (name != null && name.codePointCount(0, name.length()) > BaselineName.LONGEST) {
            throw Problem.badRequest(Quoted.value(name) + " is too long - 'display_name'");
        }
        return name;
    }

    BaselineQuery query() {
        return BaselineQuery.ALL
                .withNamePart(namePart)
                .withOrder(ORDERS.getOrDefault(orderBy, Order.NAME), orderHow.equals("ASC"))
                .withWindow(new SystemQuery.Window(offset, limit));
    }

    /** The path of the page before, after, at the beginning or at the end; none is null, and the ends stay where they are. */
    Map<String, String> links(String path, long count) {
        long last = Math.max(count - limit, 0);
        long next = offset + limit >= count ? last : (long) offset + limit;
        return Map.of(
                "first", link(path, 0),
                "next", link(path, next),
                "previous", link(path, Math.max(offset - limit, 0)),
                "last", link(path, last));
    }

    private String link(String path, long from) {
        String search =
                namePart == null ? "" : "display_name=" + URLEncoder.encode(namePart, StandardCharsets.UTF_8) + "&";
        return path + "?" + search + "limit=" + limit + "&offset=" + from + "&order_by=" + orderBy + "&order_how="
                + orderHow;
    }
}

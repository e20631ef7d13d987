package io.drift.server.web;

import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemQuery.Order;
import io.drift.registry.store.Tag;
import io.drift.registry.systems.Staleness;
import io.drift.registry.systems.Staleness.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts a request asks for.
 *
 * @param query all but the staleness, which needs to know what time it is
 * @param levels of staleness; empty for any
 */
record HostQuery(SystemQuery query, List<Level> levels) {

    /** What the platform's web page sends to leave out what it could not compare: here nothing is left out. */
    private static final String ANY_RHEL = "filter[system_profile][operating_system][RHEL][version][gte]";

    static final Set<String> PARAMETERS =
            Set.of("display_name", "fqdn", "tags", "staleness", "order_by", "order_how", "page", "per_page", ANY_RHEL);

    /** As the inventory writes a tag: {@code namespace/key=value}, without the namespace or the value if it has none. */
    private static final Pattern TAG = Pattern.compile("(?:([^/=]+)/)?([^/=]+)(?:=(.*))?");

    static HostQuery parse(QueryParameters parameters) {
        refuseVersions(parameters.all(ANY_RHEL));
        SystemQuery query = SystemQuery.ALL
                .withNamePart(parameters.first("display_name"))
                .withFqdn(parameters.first("fqdn"))
                .withTags(parameters.all("tags").stream()
                        .flatMap(list -> List.of(list.split(",")).stream())
                        .map(HostQuery::tag)
                        .toList())
                .withOrder(order(parameters.first("order_by"), parameters.first("order_how")))
                .withWindow(HostWindow.parse(parameters).window());
        return new HostQuery(query, levels(parameters.all("staleness")));
    }

    private static void refuseVersions(List<String> least) {
        if (least.stream().anyMatch(version -> !version.equals("0"))) {
            throw Problem.badRequest(
                    "hosts are not found by the version of their operating system here: leave out '" + ANY_RHEL + "'");
        }
    }

    private static Tag tag(String text) {
        Matcher tag = TAG.matcher(text);
        if (!tag.matches()) {
            throw Problem.badRequest(Quoted.text(text) + " is not a tag: namespace/key=value");
        }
        return new Tag(tag.group(1), tag.group(2), tag.group(3));
    }

    private static Order order(@Nullable String by, @Nullable String how) {
        if (how != null && !how.equalsIgnoreCase("ASC") && !how.equalsIgnoreCase("DESC")) {
            throw Problem.badRequest(Quoted.text(how) + " is not one of ['ASC', 'DESC'] - 'order_how'");
        }
        if (by == null || by.equals("updated")) {
            return "ASC".equalsIgnoreCase(how) ? Order.UPDATED_UP : Order.UPDATED_DOWN;
        }
        if (by.equals("display_name")) {
            return "DESC".equalsIgnoreCase(how) ? Order.NAME_DOWN : Order.NAME_UP;
        }
        throw Problem.badRequest(Quoted.text(by) + " is not one of ['display_name', 'updated'] - 'order_by'");
    }

    private static List<Level> levels(List<String> words) {
        List<Level> levels = new ArrayList<>();
        for (String word : words) {
            for (String one : word.split(",")) {
                levels.add(level(one));
            }
        }
        return levels;
    }

    private static Level level(String word) {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
                return level;
            }
        }
        throw Problem.badRequest(
                Quoted.text(word) + " is not one of ['fresh', 'stale', 'stale_warning'] - 'staleness'");
    }

    /** What is asked of the store at some time. */
    SystemQuery at(Instant now, Staleness staleness) {
        return query.withHeardOf(
                levels.stream().map(level -> staleness.heardOf(level, now)).toList());
    }
}

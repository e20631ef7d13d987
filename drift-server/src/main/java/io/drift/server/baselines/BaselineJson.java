package io.drift.server.baselines;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.fact.FactValue;
import io.drift.registry.baselines.ProfileFacts;
import io.drift.registry.store.Association;
import io.drift.registry.store.BaselineEntry;
import io.drift.registry.store.BaselineEntry.Category;
import io.drift.registry.store.BaselineEntry.Fact;
import io.drift.registry.store.BaselineHead;
import io.drift.registry.store.BaselinePage.Listed;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredBaseline;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The answers of the archived baseline service about own baselines.
 *
 * @param org whose they are
 */
public record BaselineJson(OrgId org) {

    static final JsonMapper JSON = new JsonMapper();

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    /** The way the archived service wrote time stamps. */
    static String stamp(Instant instant) {
        return (instant.getNano() == 0 ? SECONDS : MICROS).format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A baseline in a list, without its facts. */
    public ObjectNode listed(Listed listed) {
        return head(listed.head(), listed.factCount()).put("mapped_system_count", listed.systemCount());
    }

    private ObjectNode head(BaselineHead head, long factCount) {
        return JSON.createObjectNode()
                .put("id", head.id().toString())
                .put("account", "")
                .put("org_id", org.value())
                .put("display_name", head.name())
                .put("fact_count", factCount)
                .put("created", stamp(head.created()))
                .put("updated", stamp(head.updated()))
                .put("notifications_enabled", head.notificationsEnabled());
    }

    /** A baseline with its facts. */
    public ObjectNode baseline(StoredBaseline baseline) {
        ObjectNode document = head(baseline.head(), baseline.facts().size());
        document.set("baseline_facts", facts(baseline.facts()));
        return document;
    }

    /** A baseline with its facts that was just made, so that it has no systems. */
    public ObjectNode made(StoredBaseline baseline) {
        return baseline(baseline).put("mapped_system_count", 0);
    }

    /** The facts of a baseline. */
    static ArrayNode facts(List<? extends BaselineEntry> entries) {
        ArrayNode facts = JSON.createArrayNode();
        for (BaselineEntry entry : entries) {
            ObjectNode document = facts.addObject().put("name", entry.name());
            if (entry instanceof Category category) {
                document.set("values", facts(category.facts()));
            } else {
                addValue(((Fact) entry).value(), document);
            }
        }
        return facts;
    }

    private static void addValue(FactValue value, ObjectNode fact) {
        if (value instanceof FactValue.Text text) {
            fact.put("value", text.text());
        } else {
            ArrayNode list = fact.putArray("value");
            value.texts().forEach(list::add);
        }
    }

    /** The facts that a baseline does not have, although the profile that it was made of has them. */
    public static ArrayNode skipped(List<ProfileFacts.Skipped> skipped) {
        ArrayNode list = JSON.createArrayNode();
        skipped.forEach(one -> list.addObject().put("name", one.name()).put("reason", one.reason()));
        return list;
    }

    /** Ids under a name. */
    public static ObjectNode systemIds(Collection<UUID> ids) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("system_ids", ids(ids));
        return answer;
    }

    /** A bare list of ids. */
    public static ArrayNode ids(Collection<UUID> ids) {
        ArrayNode list = JSON.createArrayNode();
        ids.forEach(id -> list.add(id.toString()));
        return list;
    }

    /** Associations with all that is kept of them. */
    public ArrayNode associations(List<Association> associations) {
        ArrayNode list = JSON.createArrayNode();
        for (Association one : associations) {
            ObjectNode document = list.addObject()
                    .put("id", one.systemId().toString())
                    .put("account", "")
                    .put("org_id", org.value())
                    .put("system_baseline_id", one.baselineId().toString());
            ArrayNode groups = document.putArray("groups");
            one.groups().forEach(group -> {
                ObjectNode of = groups.addObject().put("id", group.id().toString());
                if (group.name() != null) {
                    of.put("name", group.name());
                }
            });
        }
        return list;
    }
}

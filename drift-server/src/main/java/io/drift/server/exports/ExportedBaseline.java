package io.drift.server.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.fact.FactValue;
import io.drift.registry.store.Association;
import io.drift.registry.store.BaselineEntry;
import io.drift.registry.store.BaselineEntry.Category;
import io.drift.registry.store.BaselineEntry.Fact;
import io.drift.registry.store.BaselineHead;
import io.drift.registry.store.StoredBaseline;
import io.drift.server.systems.SystemDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A baseline on a line of an export, with the systems that are associated with it.
 *
 * @param baseline its facts, too
 * @param systems in the order in which they were associated
 */
record ExportedBaseline(StoredBaseline baseline, List<Association> systems) {

    private static final String FACTS = "facts";
    private static final String SYSTEMS = "systems";
    private static final String GROUPS = "groups";

    ObjectNode node() {
        BaselineHead head = baseline.head();
        ObjectNode node = SystemDocument.JSON
                .createObjectNode()
                .put("id", head.id().toString())
                .put("name", head.name())
                .put("created", head.created().toString())
                .put("updated", head.updated().toString())
                .put("notifications_enabled", head.notificationsEnabled());
        addFacts(baseline.facts(), node.putArray(FACTS));
        ArrayNode list = node.putArray(SYSTEMS);
        systems.forEach(one -> addSystem(one, list.addObject()));
        return node;
    }

    private static void addFacts(List<? extends BaselineEntry> facts, ArrayNode list) {
        for (BaselineEntry entry : facts) {
            ObjectNode node = list.addObject().put("name", entry.name());
            if (entry instanceof Category category) {
                addFacts(category.facts(), node.putArray(FACTS));
            } else if (((Fact) entry).value() instanceof FactValue.Text text) {
                node.put("value", text.text());
            } else {
                ArrayNode values = node.putArray("values");
                ((Fact) entry).value().texts().forEach(values::add);
            }
        }
    }

    private static void addSystem(Association association, ObjectNode node) {
        node.put("id", association.systemId().toString())
                .put("association", association.id().toString());
        ArrayNode groups = node.putArray(GROUPS);
        association
                .groups()
                .forEach(group ->
                        groups.addObject().put("id", group.id().toString()).put("name", group.name()));
    }

    /** Reads what {@link #node} made, or throws as {@link ExportedNode} does. */
    static ExportedBaseline read(ExportedNode node) {
        UUID id = node.id("id");
        BaselineHead head = new BaselineHead(
                id,
                node.text("name"),
                Instant.parse(node.text("created")),
                Instant.parse(node.text("updated")),
                node.flag("notifications_enabled"));
        List<BaselineEntry> facts = new ArrayList<>();
        node.list(FACTS).forEach(one -> facts.add(entry(new ExportedNode(one))));
        List<Association> systems = new ArrayList<>();
        node.list(SYSTEMS).forEach(one -> systems.add(association(id, new ExportedNode(one))));
        return new ExportedBaseline(new StoredBaseline(head, facts), systems);
    }

    private static BaselineEntry entry(ExportedNode node) {
        if (!node.node().has(FACTS)) {
            return fact(node);
        }
        List<Fact> facts = new ArrayList<>();
        node.list(FACTS).forEach(one -> facts.add(fact(new ExportedNode(one))));
        return new Category(node.text("name"), facts);
    }

    private static Fact fact(ExportedNode node) {
        if (node.node().has("value")) {
            return new Fact(node.text("name"), new FactValue.Text(node.text("value")));
        }
        List<String> values = new ArrayList<>();
        for (JsonNode value : node.list("values")) {
            values.add(value.asText());
        }
        return new Fact(node.text("name"), new FactValue.Several(values));
    }

    private static Association association(UUID baseline, ExportedNode node) {
        List<Association.Group> groups = new ArrayList<>();
        for (JsonNode one : node.list(GROUPS)) {
            ExportedNode group = new ExportedNode(one);
            groups.add(new Association.Group(group.id("id"), group.textOrNull("name")));
        }
        return new Association(node.id("association"), baseline, node.id("id"), groups);
    }
}

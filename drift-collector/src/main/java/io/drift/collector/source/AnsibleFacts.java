package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Ansible knows of hosts: {@code ansible -m setup} as it prints it, with or without {@code -o}, files of a fact cache
 * or of {@code --tree}, and objects that have such facts by host.
 */
final class AnsibleFacts implements SourceFormat {

    /** {@code web-1 | SUCCESS => } and an object; {@code web-2 | UNREACHABLE!: } and a message, with {@code -o}. */
    private static final Pattern RESULT = Pattern.compile("(?m)^([^\\s|]+) \\| ([A-Z]+)!?(?: => (?=\\{)|: )");

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    /** What only facts have; {@code ansible_host} is a key of the platform's inventory, too. */
    private static final Pattern OF_FACTS = Pattern.compile(
            "\"(?:ansible_facts|ansible_(?:all_ipv4_addresses|architecture|distribution|hostname|kernel|machine|nodename|system))\"");

    private static final Pattern OF_PLATFORM = Pattern.compile("\"(?:system_profile|baseline_facts)\"");
    private static final String FACTS = "ansible_facts";
    private static final String PREFIX = "ansible_";

    @Override
    public String name() {
        return "ansible";
    }

    @Override
    public String reads() {
        return "ansible -m setup, fact caches";
    }

    @Override
    public boolean takes(Beginning beginning) {
        return true;
    }

    @Override
    public boolean fits(Beginning beginning) {
        return beginning.isJson()
                ? OF_FACTS.matcher(beginning.text()).find()
                        && !OF_PLATFORM.matcher(beginning.text()).find()
                : RESULT.matcher(uncoloured(beginning.text())).find();
    }

    private static String uncoloured(String text) {
        return COLOUR.matcher(text).replaceAll("");
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        String text = uncoloured(TextLines.text(in));
        if (Beginning.isJson(text)) {
            for (JsonNode document : JsonText.all(text)) {
                addAll(document, found);
            }
        } else {
            addPrinted(text, found);
        }
    }

    private static void addPrinted(String text, Findings found) throws IOException {
        List<Integer> begins = new ArrayList<>();
        Matcher result = RESULT.matcher(text);
        while (result.find()) {
            begins.add(result.start());
        }
        for (int i = 0; i < begins.size(); i++) {
            int end = i + 1 < begins.size() ? begins.get(i + 1) : text.length();
            addResult(text.substring(begins.get(i), end), found);
        }
    }

    private static void addResult(String text, Findings found) throws IOException {
        Matcher result = RESULT.matcher(text);
        if (!result.find()) {
            return;
        }
        String host = result.group(1);
        JsonNode answer;
        try {
            answer = result.group().endsWith(": ")
                    ? JsonText.MAPPER.createObjectNode()
                    : JsonText.first(text.substring(result.end()));
        } catch (UnreadableSourceException broken) {
            found.missing(host + ": " + broken.getMessage());
            return;
        }
        if (answer.path(FACTS).isObject()) {
            add(host, answer, found);
        } else {
            found.missing(host + " has no facts: its result is " + result.group(2));
        }
    }

    /** One host, hosts by their names, or a list of hosts. */
    private static void addAll(JsonNode json, Findings found) throws IOException {
        if (isFacts(json)) {
            add(null, json, found);
        } else if (json.isObject()) {
            for (Map.Entry<String, JsonNode> host : json.properties()) {
                if (isFacts(host.getValue())) {
                    add(host.getKey(), host.getValue(), found);
                } else {
                    found.missing(host.getKey() + " has no facts of Ansible");
                }
            }
        } else {
            for (JsonNode item : json) {
                addAll(item, found);
            }
        }
    }

    private static boolean isFacts(JsonNode json) {
        return json.path(FACTS).isObject()
                || json.propertyStream().anyMatch(fact -> fact.getKey().startsWith(PREFIX));
    }

    private static void add(@Nullable String name, JsonNode json, Findings found) throws UnreadableSourceException {
        JsonNode nested = json.path(FACTS);
        ObjectNode facts = ((ObjectNode) json).objectNode();
        for (JsonNode part : nested.isObject() ? List.of(json, nested) : List.of(json)) {
            for (Map.Entry<String, JsonNode> fact : part.properties()) {
                if (part == nested || !nested.isObject() || fact.getKey().startsWith(PREFIX)) {
                    String key =
                            fact.getKey().startsWith(PREFIX) ? fact.getKey().substring(PREFIX.length()) : fact.getKey();
                    facts.set(key, fact.getValue());
                }
            }
        }
        facts.remove("facts");
        found.host(new AnsibleHost(facts).draft(name, found));
    }
}

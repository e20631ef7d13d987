package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Repositories of apt: each as the line that it has, or would have, in {@code sources.list}. */
final class AptRepositories {

    private static final String KEY = "apt_repositories";
    private static final Map<String, String> OPTIONS = options();

    private AptRepositories() {}

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("Architectures", "arch");
        options.put("Signed-By", "signed-by");
        options.put("Trusted", "trusted");
        return options;
    }

    /** Lines such as {@code deb http://deb.debian.org/debian bookworm main}. */
    static boolean lines(Section section, HostDraft host) {
        ArrayNode repositories = host.profile().withArrayProperty(KEY);
        boolean understood = true;
        for (String line : section.content().split("\n")) {
            String one = line.replaceFirst("\\s#.*$", "").strip().replaceAll("\\s+", " ");
            if (one.startsWith("deb ") || one.startsWith("deb-src ")) {
                repositories.add(one);
            } else {
                understood &= one.isEmpty() || one.startsWith("#");
            }
        }
        return understood;
    }

    /** Paragraphs of fields, of which a repository for each type, address and suite is made. */
    static boolean paragraphs(Section section, HostDraft host) {
        ArrayNode repositories = host.profile().withArrayProperty(KEY);
        Map<String, String> fields = new LinkedHashMap<>();
        boolean understood = true;
        String key = "";
        for (String line : (section.content() + "\n\n").split("\n", -1)) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                add(repositories, fields);
                fields.clear();
            } else if (Character.isWhitespace(line.charAt(0))) {
                fields.computeIfPresent(key, (any, before) -> before + " " + line.strip());
            } else if (colon > 0) {
                key = line.substring(0, colon);
                fields.put(key, line.substring(colon + 1).strip());
            } else {
                understood &= line.startsWith("#");
            }
        }
        return understood;
    }

    private static void add(ArrayNode repositories, Map<String, String> fields) {
        if (fields.getOrDefault("Enabled", "yes").equals("no") || !fields.containsKey("URIs")) {
            return;
        }
        for (String type : words(fields, "Types")) {
            for (String uri : words(fields, "URIs")) {
                for (String suite : words(fields, "Suites")) {
                    String components = fields.getOrDefault("Components", "");
                    String line = type + options(fields) + " " + uri + " " + suite + " " + components;
                    repositories.add(line.strip().replaceAll("\\s+", " "));
                }
            }
        }
    }

    private static String[] words(Map<String, String> fields, String key) {
        return fields.getOrDefault(key, "").strip().split("\\s+");
    }

    /** A key that stands in the file itself has no place in a line. */
    private static String options(Map<String, String> fields) {
        StringBuilder options = new StringBuilder();
        OPTIONS.forEach((field, option) -> {
            String value = fields.getOrDefault(field, "");
            if (!value.isEmpty() && !value.contains("-----BEGIN")) {
                options.append(options.length() == 0 ? "" : " ")
                        .append(option)
                        .append('=')
                        .append(value.replaceAll("[\\s,]+", ","));
            }
        });
        return options.length() == 0 ? "" : " [" + options + "]";
    }
}

package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Repositories of yum, dnf and zypper, and the modules of dnf. */
final class YumRepositories {

    private static final Map<String, String> TEXTS =
            new TreeMap<>(Map.of("baseurl", "base_url", "mirrorlist", "mirrorlist", "metalink", "metalink"));
    private static final Set<String> YES = Set.of("1", "yes", "true", "on");

    private YumRepositories() {}

    static boolean repositories(Section section, HostDraft host) {
        IniSections files = IniSections.of(section);
        ArrayNode repositories = host.profile().withArrayProperty("yum_repos");
        files.sections().forEach((id, settings) -> {
            ObjectNode one = repositories.addObject().put("id", id).put("name", settings.getOrDefault("name", id));
            one.put("enabled", isYes(settings.getOrDefault("enabled", "1")));
            if (settings.containsKey("gpgcheck")) {
                one.put("gpgcheck", isYes(settings.get("gpgcheck")));
            }
            TEXTS.forEach((key, field) -> {
                if (settings.containsKey(key)) {
                    one.put(field, settings.get(key));
                }
            });
        });
        return files.isUnderstood();
    }

    private static boolean isYes(String value) {
        return YES.contains(value.toLowerCase(Locale.ROOT));
    }

    static boolean modules(Section section, HostDraft host) {
        IniSections files = IniSections.of(section);
        ArrayNode modules = host.profile().putArray("dnf_modules");
        files.sections().forEach((name, settings) -> {
            ObjectNode module = modules.addObject().put("name", name).put("stream", settings.get("stream"));
            if (settings.containsKey("state")) {
                module.putArray("status").add(settings.get("state"));
            }
        });
        return files.isUnderstood();
    }
}

package io.drift.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The file {@code resolv.conf}. The order of servers and domains counts, so each list is one text. */
final class ResolvConf {

    private static final Map<String, String> KEYS = Map.of(
            "nameserver", "nameservers",
            "search", "search",
            "domain", "search",
            "options", "options");

    private ResolvConf() {}

    static boolean read(Section section, HostDraft host) {
        Map<String, String> settings = new TreeMap<>();
        section.lines().map(String::strip).forEach(line -> {
            String[] words = line.split("\\s+", 2);
            if (words.length == 2 && KEYS.containsKey(words[0])) {
                settings.merge(KEYS.get(words[0]), words[1], (before, more) -> before + ", " + more);
            }
        });
        ObjectNode dns = host.profile().putObject("dns");
        settings.forEach(dns::put);
        return true;
    }
}

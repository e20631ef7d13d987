package io.drift.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Default routes, as {@code ip route} prints them: by which device, over which gateway. */
final class Routes {

    private static final Map<String, String> FIELDS = Map.of("dev", "device", "via", "gateway", "metric", "metric");

    private Routes() {}

    static SectionReader into(String key) {
        return (section, host) -> {
            section.lines().filter(line -> line.startsWith("default ")).forEach(line -> {
                List<String> words = List.of(line.strip().split("\\s+"));
                ObjectNode route = host.profile().withArrayProperty(key).addObject();
                for (int i = 1; i + 1 < words.size(); i++) {
                    if (FIELDS.containsKey(words.get(i))) {
                        route.put(FIELDS.get(words.get(i)), words.get(i + 1));
                    }
                }
            });
            return true;
        };
    }
}

package io.drift.collector;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code /proc/meminfo}. */
final class Memory {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,15}) kB");
    private static final Map<String, String> KEYS =
            Map.of("MemTotal", "system_memory_bytes", "SwapTotal", "swap_memory_bytes");
    private static final int KIB = 1024;

    private Memory() {}

    static boolean read(Section section, HostDraft host) {
        Settings lines = Settings.labels(section);
        KEYS.forEach((label, key) -> {
            Matcher size = SIZE.matcher(lines.get(label));
            if (size.matches()) {
                host.profile().put(key, Long.parseLong(size.group(1)) * KIB);
            }
        });
        return host.profile().has("system_memory_bytes");
    }
}
